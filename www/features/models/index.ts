import type { Feature } from '../../app/feature';
import { type ModelsCommand, modelsCommands } from './commands';
import { mount } from './view';

declare module '../../app/send' {
  interface Commands {
    models: ModelsCommand;
  }
}

export const models = {
  name: 'models',
  commands: modelsCommands,
  panels: [{ root: '.models', mount }],
} satisfies Feature<'models'>;
