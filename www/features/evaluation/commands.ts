// How good the model is.

import type { Page } from '../../app/page';
import type { Handlers } from '../../app/send';
import { evaluating } from './evaluating';

export type EvaluationCommand =
  | { do: 'evaluate'; images: number; samples: number }
  | { do: 'stop evaluating' };

export function evaluationCommands(page: Page): Handlers<EvaluationCommand> {
  const evaluation = evaluating(page);
  return {
    evaluate: ({ images, samples }) => evaluation.start({ images, samples }),
    'stop evaluating': () => evaluation.stop(),
  };
}
