import type { Feature } from '../feature';
import { type DataCommand, dataCommands } from './commands';
import { followData } from './follow';
import { dataState } from './state';

declare module '../store' {
  interface State {
    data: ReturnType<typeof dataState>;
  }
}

declare module '../send' {
  interface Commands {
    data: DataCommand;
  }
}

export const data = {
  name: 'data',
  state: dataState,
  commands: dataCommands,
  follow: followData,
} satisfies Feature<'data'>;
