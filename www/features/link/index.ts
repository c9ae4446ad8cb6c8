import type { Feature } from '../../app/feature';
import { type LinkCommand, linkCommands } from './commands';
import { linkState } from './state';

declare module '../../app/send' {
  interface Commands {
    link: LinkCommand;
  }
}

declare module '../../app/store' {
  interface State {
    link: ReturnType<typeof linkState>;
  }
}

export const link = {
  name: 'link',
  state: linkState,
  commands: ({ state }) => linkCommands(state),
  panels: [{ root: '#copy-link', load: () => import('./view') }],
} satisfies Feature<'link'>;
