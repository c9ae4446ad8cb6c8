// Which model is shown.

import { useDataOf } from '../../app/data/use';
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

export function modelsCommands(page: Page): Handlers<ModelsCommand> {
  const { state, model, training, load } = page;
  const models = new ShippedModels(state, model, training, load, (shipped) => useDataOf(page, shipped));
  return {
    'list models': () => models.list(),
    'choose model': ({ file }) => models.choose(file),
    'set as trained': ({ file }) => models.setAsTrained(file),
    'show run': () => training.comeBack(),
  };
}
