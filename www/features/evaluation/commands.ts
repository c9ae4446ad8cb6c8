// How good the model is.

import type { Page } from '../../app/page';
import type { Handlers } from '../../app/send';
import { Evaluating } from './evaluating';

export type EvaluationCommand =
  | { do: 'evaluate'; digits: number; samples: number }
  | { do: 'stop evaluating' };

export function evaluationCommands({ state, model, site }: Page): Handlers<EvaluationCommand> {
  const evaluating = new Evaluating(state, model, site);
  return {
    evaluate: ({ digits, samples }) => evaluating.start(digits, samples),
    'stop evaluating': () => evaluating.stop(),
  };
}
