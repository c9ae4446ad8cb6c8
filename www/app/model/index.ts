import type { Feature } from '../feature';
import { type ModelCommand, modelCommands } from './commands';
import { modelState } from './state';

declare module '../store' {
  interface State {
    model: ReturnType<typeof modelState>;
  }
}

declare module '../send' {
  interface Commands {
    model: ModelCommand;
  }
}

export const model = {
  name: 'model',
  state: modelState,
  commands: modelCommands,
} satisfies Feature<'model'>;
