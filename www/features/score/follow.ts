// Keeps the test digits' ELBOs in step with the model, once a person has asked where theirs lies among them.

import type { ModelScope } from '../../app/model/scope';
import type { State } from '../../app/store';
import { SCORED_DIGITS } from './state';

/** A model in training changes several times a second: what takes long rests in between. */
const REST_MS = 5000;

export function followScores({ score }: State, model: Pick<ModelScope, 'follow'>) {
  model.follow({
    whole: true,
    inputs: () => (score.wanted.value ? 'wanted' : undefined),
    key: (wanted) => wanted,
    ask: (it) => it.score.elbos('t10k', SCORED_DIGITS),
    show(answer) {
      score.elbos.value = answer?.value.sort();
    },
    restWithSameInputs: REST_MS,
    failed() {
      score.wanted.value = false;
    },
  });
}
