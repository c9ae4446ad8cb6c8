// Keeps what is decoded under a pointer in step with the point, the model and the class, also while the pointer rests.

import { effect } from '@preact/signals-core';
import { conditionOf } from '../../app/latent/condition';
import type { Vector } from '../../app/latent/vectors';
import { latest } from '../../app/latest';
import type { State } from '../../app/store';
import type { ExplorerClient } from '../../engine/explorer-client';

export function keepPeek(
  state: State,
  explorer: Pick<ExplorerClient, 'ask'>,
  report: (error: unknown) => void,
) {
  const condition = conditionOf(state);
  const decode = latest(
    (z: Vector, digitClass: number) => explorer.ask((it) => it.decode(Float32Array.from(z), digitClass)),
    (pixels, z) => {
      if (state.map.peekedAt.peek()) state.map.peek.value = { z, pixels };
    },
    report,
  );
  effect(() => {
    const size = state.model.shown.value?.summary.config.latentSize;
    const z = state.map.peekedAt.value;
    if (z && size !== undefined && z.length !== size) state.map.peekedAt.value = undefined;
    else if (z) decode(z, condition.value);
    else state.map.peek.value = undefined;
  });
}
