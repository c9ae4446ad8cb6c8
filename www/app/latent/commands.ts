// Moving z.

import { batch } from '@preact/signals-core';
import type { Handlers } from '../send';
import type { State } from '../store';
import { moveZ } from './move';
import type { Place } from './state';

export type LatentCommand =
  /** `since` is the time stamp of the pointer event behind it. */
  | { do: 'move'; z: readonly number[]; since?: number }
  | { do: 'choose class'; classIndex: number }
  /** As it was before it was moved. */
  | { do: 'put back'; place: Place };

export const latentCommands = (state: State): Handlers<LatentCommand> => ({
  move({ z, since }) {
    moveZ(state, z, since);
  },

  'put back'({ place }) {
    if (place.z.length !== state.latent.z.peek().length) return;
    batch(() => {
      state.latent.linked.value = place.linked;
      state.latent.decoded.value = place.decoded;
      state.latent.z.value = place.z;
    });
  },

  /** Another class at the same z: what a test digit was encoded as stays with its own class. */
  'choose class'({ classIndex }) {
    batch(() => {
      const { kind } = state.input.shown.value;
      if (kind === 'sample') state.latent.linked.value = false;
      state.input.classNamed.value = kind === 'drawing';
      state.latent.classIndex.value = classIndex;
    });
  },
});
