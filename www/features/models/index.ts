import type { Feature } from '../../app/feature';
import { type ModelsCommand, modelsCommands } from './commands';
import { mountChoice, mountWords } from './view';

declare module '../../app/send' {
  interface Commands {
    models: ModelsCommand;
  }
}

export const models = {
  name: 'models',
  commands: modelsCommands,
  panels: [
    { root: '.models', mount: mountChoice },
    { root: '#model-caption', mount: mountWords },
  ],
} satisfies Feature<'models'>;
