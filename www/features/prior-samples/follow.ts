// Keeps the sheet in step with the model, while somebody looks: the same draws, decoded by each.

import { conditionOf } from '../../app/latent/condition';
import type { ModelScope } from '../../app/model/scope';
import type { State } from '../../app/store';
import { pointsOf } from './state';

/** It need not follow each snapshot of a model in training. */
const REST_MS = 500;

export function followPriorSamples(state: State, model: Pick<ModelScope, 'follow'>) {
  const { shown, shares, images } = state.priorSamples;
  const condition = conditionOf(state);
  model.follow({
    inputs: ({ summary }) =>
      shown.value
        ? { shares: shares.value, latentSize: summary.config.latentSize, classIndex: condition.value }
        : undefined,
    ask: (it, { shares, latentSize, classIndex }) =>
      it.latent.decodeAll(pointsOf(shares, latentSize), latentSize, classIndex),
    show(answer) {
      images.value = answer?.value;
    },
    rest: REST_MS,
  });
}
