// How good the model is.

import type { Page } from '../../app/page';
import type { Handlers } from '../../app/send';
import { Evaluating } from './evaluating';

export type EvaluationCommand =
  | { do: 'evaluate'; digits: number; samples: number }
  | { do: 'stop evaluating' };

export function evaluationCommands({ state, explorer, site }: Page): Handlers<EvaluationCommand> {
  const evaluating = new Evaluating(state, explorer, site);
  return {
    evaluate: ({ digits, samples }) => evaluating.start(digits, samples),
    'stop evaluating': () => evaluating.stop(),
  };
}
