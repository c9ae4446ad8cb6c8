// What the map shows, and of which part of the latent space.

import { batch } from '@preact/signals-core';
import type { Handlers } from '../commands';
import type { ExplorerClient } from '../exploring/explorer-client';
import { type Pair, planeOfAxes } from '../map/geometry';
import { type MapGrid, type MapWindow, WHOLE, within } from '../map/viewport';
import type { State } from '../store';

export type MapCommand =
  | { do: 'choose axes'; axes: Pair }
  /** The principal axes of the codes, or the dimensions that were chosen. */
  | { do: 'show principal axes'; shown: boolean }
  | { do: 'show window'; window: MapWindow }
  | { do: 'show whole map' }
  | { do: 'choose map grid'; grid: MapGrid }
  | { do: 'switch layer'; id: string; on: boolean }
  /** The page has laid the map out. */
  | { do: 'size map'; size: Pair }
  /** Decodes a point without moving z there; none ends it. */
  | { do: 'peek'; z: readonly number[] | undefined }
  | { do: 'point at digit'; index: number | undefined };

export const mapActions = (state: State, explorer: Pick<ExplorerClient, 'ask'>): Handlers<MapCommand> => ({
  ...pointing(state, explorer),

  'choose axes'({ axes }) {
    batch(() => {
      state.axes.value = axes;
      state.plane.value = planeOfAxes(state.z.peek().length, axes);
    });
  },

  'show principal axes'({ shown }) {
    batch(() => {
      state.principal.value = shown;
      if (shown) return;
      state.principalShare.value = undefined;
      state.plane.value = planeOfAxes(state.z.peek().length, state.axes.peek());
    });
  },

  'show window'({ window }) {
    state.mapWindow.value = within(window, state.mapGrid.peek());
  },

  'show whole map'() {
    state.mapWindow.value = WHOLE;
  },

  /** The units of the window change with the grid. */
  'choose map grid'({ grid }) {
    batch(() => {
      state.mapGrid.value = grid;
      state.mapWindow.value = WHOLE;
    });
  },

  peek({ z }) {
    state.peekedAt.value = z;
  },

  'switch layer'({ id, on }) {
    batch(() => {
      state.mapLayers.value = new Map(state.mapLayers.peek()).set(id, on);
      // What one draws on has gone.
      if (id === 'path' && !on) state.drawingPath.value = false;
    });
  },

  'size map'({ size }) {
    state.mapSize.value = size;
  },
});

/** The test digit that is looked at in passing. */
function pointing(
  state: State,
  explorer: Pick<ExplorerClient, 'ask'>,
): Pick<Handlers<MapCommand>, 'point at digit'> {
  let pointed: number | undefined;
  return {
    async 'point at digit'({ index }) {
      if (index === pointed) return;
      pointed = index;
      const digit = index === undefined ? undefined : await explorer.ask((it) => it.testDigit(index));
      if (index === pointed) state.pointedDigit.value = digit;
    },
  };
}
