// Keeps what is decoded in step with z and the model.

import { effect } from '@preact/signals-core';
import type { ExplorerClient } from '../../engine/explorer-client';
import { latest } from '../latest';
import type { State } from '../store';
import { conditionOf } from './condition';

type Report = (error: unknown) => void;
type Asked = Pick<ExplorerClient, 'ask'>;

export function keepDecoded(state: State, explorer: Asked, report: Report) {
  const condition = conditionOf(state);
  const decode = latest(
    (z: readonly number[], digitClass: number, _since: number | undefined) =>
      explorer.ask((it) => it.decode(Float32Array.from(z), digitClass)),
    (pixels, z, _digitClass, since) => {
      if (z.length === state.latent.z.peek().length && !state.latent.linked.peek())
        state.latent.decoded.value = { z, pixels, since };
    },
    report,
  );
  effect(() => {
    const z = state.latent.z.value;
    const digitClass = condition.value;
    // The encoding of an input brings its own reconstruction.
    if (!state.model.shown.value || state.latent.linked.value) return;
    const since = state.latent.movedAt.peek();
    state.latent.movedAt.value = undefined;
    decode(z, digitClass, since);
  });
}
