// Which plane of the latent space maps show, and which part of it.

import { batch } from '@preact/signals-core';
import type { Handlers } from '../send';
import type { State } from '../store';
import { type Pair, planeOfAxes } from './geometry';
import { type MapGrid, type MapWindow, WHOLE, within } from './viewport';

export type PlaneCommand =
  | { do: 'choose axes'; axes: Pair }
  /** The principal axes of the codes, or the dimensions that were chosen. */
  | { do: 'show principal axes'; shown: boolean }
  | { do: 'show window'; window: MapWindow }
  | { do: 'show whole map' }
  | { do: 'choose map grid'; grid: MapGrid };

export const planeCommands = (state: State): Handlers<PlaneCommand> => ({
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
});
