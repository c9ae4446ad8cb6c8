import type { Feature } from '../feature';
import type { Handlers } from '../send';
import { pageState } from './state';

type PageCommand = { do: 'dismiss' };

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
  commands: ({ state }): Handlers<PageCommand> => ({
    dismiss() {
      state.page.problem.value = undefined;
    },
  }),
} satisfies Feature<'page'>;
