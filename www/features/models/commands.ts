// Which model is shown.

import type { Page } from '../../app/page';
import type { Handlers } from '../../app/send';
import { ShippedModels } from './shipped-models';

export type ModelsCommand =
  | { do: 'list models' }
  | { do: 'choose model'; file: string }
  /** The form as the model was trained; the run that goes on is kept. */
  | { do: 'set as trained'; file: string }
  /** The model of the run, in place of a shipped one. */
  | { do: 'show run' };

export function modelsCommands({ state, model, training, load }: Page): Handlers<ModelsCommand> {
  const models = new ShippedModels(state, model, training, load);
  return {
    'list models': () => models.list(),
    'choose model': ({ file }) => models.choose(file),
    'set as trained': ({ file }) => models.setAsTrained(file),
    'show run': () => training.comeBack(),
  };
}
