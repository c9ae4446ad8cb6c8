import { batch } from '@preact/signals-core';
import type { State } from '../store';
import type { Vector } from './vectors';

/** Moves z, which then follows no input. `since` is the time stamp of the pointer event behind it. */
export const moveZ = (state: State, z: Vector, since: number | undefined) =>
  batch(() => {
    state.latent.linked.value = false;
    state.latent.movedAt.value = since;
    state.latent.z.value = z;
  });
