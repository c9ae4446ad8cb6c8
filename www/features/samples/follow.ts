// Keeps samples of the input's posterior in step with its encoding, while a feature needs them.

import { effect } from '@preact/signals-core';
import { latest } from '../../app/latest';
import type { State } from '../../app/store';
import type { ExplorerClient } from '../../engine/explorer-client';
import { pause } from '../../engine/pause';
import type { Encoding } from '../../engine/protocol';
import { SAMPLES } from './state';

/** They need not follow a pen in each frame. */
const REST_MS = 80;

export function keepSamples(
  state: State,
  explorer: Pick<ExplorerClient, 'ask'>,
  report: (error: unknown) => void,
) {
  const draw = latest(
    ({ mu, logVar }: Encoding, seed: number, digitClass: number) =>
      explorer.ask((it) => it.samples({ mu, logVar, seed, digitClass, count: SAMPLES })),
    (samples) => {
      // The input may have gone, or the model have changed, while it was asked.
      const { logVar } = state.input.encoding.peek() ?? {};
      if (state.samples.wantedBy.peek().size > 0 && logVar?.length === samples.z.length / SAMPLES)
        state.samples.drawn.value = samples;
      return pause(REST_MS);
    },
    report,
  );
  effect(() => {
    const encoding = state.input.encoding.value;
    const seed = state.samples.seed.value;
    const wanted = state.samples.wantedBy.value.size > 0;
    const input = state.input.shown.peek();
    const digitClass = input.kind === 'digit' ? input.label : state.latent.digitClass.peek();
    if (wanted && encoding?.logVar.length) draw(encoding, seed, digitClass);
    else state.samples.drawn.value = undefined;
  });
}
