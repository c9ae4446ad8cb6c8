import type { Feature } from '../feature';
import { type PageCommand, pageCommands } from './commands';
import { pageState } from './state';

declare module '../store' {
  interface State {
    page: ReturnType<typeof pageState>;
  }
}

declare module '../send' {
  interface Commands {
    page: PageCommand;
  }
}

export const page = {
  name: 'page',
  state: pageState,
  commands: ({ state }) => pageCommands(state),
} satisfies Feature<'page'>;
