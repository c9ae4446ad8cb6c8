// What the map shows, and of which part of the latent space.

import { batch } from '@preact/signals-core';
import { type Pair, planeOfAxes } from '../../app/plane/geometry';
import { type MapGrid, type MapWindow, WHOLE, within } from '../../app/plane/viewport';
import type { Handlers } from '../../app/send';
import type { State } from '../../app/store';
import type { ExplorerClient } from '../../engine/explorer-client';

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
      state.plane.axes.value = axes;
      state.plane.shown.value = planeOfAxes(state.latent.z.peek().length, axes);
    });
  },

  'show principal axes'({ shown }) {
    batch(() => {
      state.plane.principal.value = shown;
      if (shown) return;
      state.plane.share.value = undefined;
      state.plane.shown.value = planeOfAxes(state.latent.z.peek().length, state.plane.axes.peek());
    });
  },

  'show window'({ window }) {
    state.plane.window.value = within(window, state.plane.grid.peek());
  },

  'show whole map'() {
    state.plane.window.value = WHOLE;
  },

  /** The units of the window change with the grid. */
  'choose map grid'({ grid }) {
    batch(() => {
      state.plane.grid.value = grid;
      state.plane.window.value = WHOLE;
    });
  },

  peek({ z }) {
    state.map.peekedAt.value = z;
  },

  'switch layer'({ id, on }) {
    batch(() => {
      state.map.layers.value = new Map(state.map.layers.peek()).set(id, on);
      // What one draws on has gone.
      if (id === 'path' && !on) state.paths.drawing.value = false;
    });
  },

  'size map'({ size }) {
    state.map.size.value = size;
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
      if (index === pointed) state.map.pointed.value = digit;
    },
  };
}
