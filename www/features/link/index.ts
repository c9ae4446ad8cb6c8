import type { Feature } from '../../app/feature';
import { fetchedHandlers } from '../../app/fetched';
import type { LinkCommand } from './commands';
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
  commands: ({ state }) =>
    fetchedHandlers<LinkCommand>({ 'copy link': true }, async () =>
      (await import('./commands')).linkCommands(state),
    ),
  panels: [{ root: '#copy-link', load: () => import('./view') }],
} satisfies Feature<'link'>;
