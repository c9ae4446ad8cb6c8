import type { Feature } from '../../app/feature';
import { type ModelFilesCommand, modelFilesCommands } from './commands';

declare module '../../app/send' {
  interface Commands {
    modelFiles: ModelFilesCommand;
  }
}

export const modelFiles = {
  name: 'modelFiles',
  commands: modelFilesCommands,
  panels: [{ root: '.model-files', load: () => import('./view') }],
} satisfies Feature<'modelFiles'>;
