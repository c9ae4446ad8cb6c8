// Keeps samples of the input's posterior in step with its encoding, while a feature needs them.

import { effect } from '@preact/signals-core';
import { latest } from '../latest';
import { pause } from '../pause';
import type { Encoding } from '../protocol';
import { SAMPLES } from '../state/samples';
import type { State } from '../store';
import type { ExplorerClient } from './explorer-client';

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
      const { logVar } = state.encoding.peek() ?? {};
      if (state.samplesWantedBy.peek().size > 0 && logVar?.length === samples.z.length / SAMPLES)
        state.samples.value = samples;
      return pause(REST_MS);
    },
    report,
  );
  effect(() => {
    const encoding = state.encoding.value;
    const seed = state.samplesSeed.value;
    const wanted = state.samplesWantedBy.value.size > 0;
    const input = state.input.peek();
    const digitClass = input.kind === 'digit' ? input.label : state.digitClass.peek();
    if (wanted && encoding?.logVar.length) draw(encoding, seed, digitClass);
    else state.samples.value = undefined;
  });
}
