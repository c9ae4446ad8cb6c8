// Keeps what is decoded under a pointer in step with the point, the model and the class, also while the pointer rests.

import { effect } from '@preact/signals-core';
import { latest } from '../latest';
import type { State } from '../store';
import { conditionOf } from './explore';
import type { ExplorerClient } from './explorer-client';
import type { Vector } from './vectors';

export function keepPeek(
  state: State,
  explorer: Pick<ExplorerClient, 'ask'>,
  report: (error: unknown) => void,
) {
  const condition = conditionOf(state);
  const decode = latest(
    (z: Vector, digitClass: number) => explorer.ask((it) => it.decode(Float32Array.from(z), digitClass)),
    (pixels, z) => {
      if (state.peekedAt.peek()) state.peek.value = { z, pixels };
    },
    report,
  );
  effect(() => {
    const size = state.model.value?.summary.config.latentSize;
    const z = state.peekedAt.value;
    if (z && size !== undefined && z.length !== size) state.peekedAt.value = undefined;
    else if (z) decode(z, condition.value);
    else state.peek.value = undefined;
  });
}
