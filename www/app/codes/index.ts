import type { Feature } from '../feature';
import { type CodesCommand, codesCommands } from './commands';
import { followCodes } from './follow';
import { codesState } from './state';

declare module '../send' {
  interface Commands {
    codes: CodesCommand;
  }
}

declare module '../store' {
  interface State {
    codes: ReturnType<typeof codesState>;
  }
}

export const codes = {
  name: 'codes',
  state: codesState,
  commands: ({ state }) => codesCommands(state),
  follow: ({ state, model }) => followCodes(state, model),
} satisfies Feature<'codes'>;
