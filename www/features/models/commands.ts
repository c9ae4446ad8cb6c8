// Which model is shown, and how good it is.

import type { Training } from '../../app/run/training';
import type { Handlers } from '../../app/send';
import type { State } from '../../app/store';
import type { Evaluating } from '../evaluation/evaluating';
import type { ShippedModels } from './shipped-models';

export type ModelCommand =
  | { do: 'choose model'; file: string }
  /** The model of the run, in place of a shipped one. */
  | { do: 'show run' }
  | { do: 'evaluate'; digits: number; samples: number }
  | { do: 'stop evaluating' }
  | { do: 'dismiss' };

export const modelActions = (
  state: State,
  models: ShippedModels,
  training: Training,
  evaluating: Evaluating,
): Handlers<ModelCommand> => ({
  'choose model': ({ file }) => models.choose(file),
  'show run': () => training.comeBack(),
  evaluate: ({ digits, samples }) => evaluating.start(digits, samples),
  'stop evaluating': () => evaluating.stop(),

  dismiss() {
    state.page.problem.value = undefined;
  },
});
