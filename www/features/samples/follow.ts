// Keeps samples of the input's posterior in step with its encoding, while a feature needs them.

import type { ModelScope } from '../../app/model/scope';
import type { State } from '../../app/store';
import { SAMPLES } from './state';

/** They need not follow a pen in each frame. */
const REST_MS = 80;

export function followSamples({ samples, input, latent }: State, model: Pick<ModelScope, 'follow'>) {
  model.follow({
    inputs() {
      const encoding = input.encoding.value;
      const seed = samples.seed.value;
      const shown = input.shown.peek();
      const classIndex = shown.kind === 'sample' ? shown.label : latent.classIndex.peek();
      const wanted = samples.wantedBy.value.size > 0 && encoding?.logVar.length;
      if (!wanted) return undefined;
      const { mu, logVar, factor } = encoding;
      return { mu, logVar, factor, seed, classIndex };
    },
    ask: (it, inputs) => it.samples.draw({ ...inputs, count: SAMPLES }),
    show(answer) {
      samples.drawn.value = answer?.value;
    },
    rest: REST_MS,
  });
}
