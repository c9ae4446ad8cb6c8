import type { Feature } from '../../app/feature';
import { type ModelsCommand, modelsCommands } from './commands';
import { modelsState } from './state';
import { showShippedModels } from './view';

declare module '../../app/send' {
  interface Commands {
    models: ModelsCommand;
  }
}

declare module '../../app/store' {
  interface State {
    models: ReturnType<typeof modelsState>;
  }
}

export const models = {
  name: 'models',
  state: modelsState,
  commands: modelsCommands,
  panels: [{ root: 'body', mount: (_root, { state, send }) => showShippedModels(state, send) }],
} satisfies Feature<'models'>;
