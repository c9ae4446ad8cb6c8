// What the map shows, and of which part of the latent space.

import { batch } from '@preact/signals-core';
import type { Handlers } from '../commands';
import { type Pair, planeOfAxes } from '../map-geometry';
import { type MapGrid, type MapWindow, WHOLE, within } from '../map-viewport';
import type { State } from '../store';

export type MapCommand =
  | { do: 'choose axes'; axes: Pair }
  | { do: 'show window'; window: MapWindow }
  | { do: 'show whole map' }
  | { do: 'choose map grid'; grid: MapGrid }
  | { do: 'switch layer'; id: string; on: boolean }
  /** The page has laid the map out. */
  | { do: 'size map'; size: Pair };

export const mapActions = (state: State): Handlers<MapCommand> => ({
  'choose axes'({ axes }) {
    batch(() => {
      state.axes.value = axes;
      state.plane.value = planeOfAxes(state.z.peek().length, axes);
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

  'switch layer'({ id, on }) {
    state.mapLayers.value = new Map(state.mapLayers.peek()).set(id, on);
  },

  'size map'({ size }) {
    state.mapSize.value = size;
  },
});
