// How good the model is.

import type { Page } from '../../app/page';
import type { Handlers } from '../../app/send';
import { Evaluating } from './evaluating';

export type EvaluationCommand =
  | { do: 'evaluate'; images: number; samples: number }
  | { do: 'stop evaluating' };

export function evaluationCommands({ state, model, site }: Page): Handlers<EvaluationCommand> {
  const evaluating = new Evaluating(state, model, site);
  return {
    evaluate: ({ images, samples }) => evaluating.start(images, samples),
    'stop evaluating': () => evaluating.stop(),
  };
}
