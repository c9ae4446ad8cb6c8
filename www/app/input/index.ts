import type { Feature } from '../feature';
import { type InputCommand, inputCommands } from './commands';
import { followEncoding } from './follow';
import { followClass } from './likeliest-class';
import { inputState } from './state';

declare module '../send' {
  interface Commands {
    input: InputCommand;
  }
}

declare module '../store' {
  interface State {
    input: ReturnType<typeof inputState>;
  }
}

export const input = {
  name: 'input',
  state: inputState,
  commands: ({ state, explorer }) => inputCommands(state, explorer),
  follow({ state, model }) {
    followEncoding(state, model);
    followClass(state, model);
  },
} satisfies Feature<'input'>;
