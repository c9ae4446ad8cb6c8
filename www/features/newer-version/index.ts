import type { Feature } from '../../app/feature';
import { type NewerVersionCommand, newerVersionCommands } from './commands';
import { followVersions } from './follow';
import { newerVersionState } from './state';

declare module '../../app/send' {
  interface Commands {
    newerVersion: NewerVersionCommand;
  }
}

declare module '../../app/store' {
  interface State {
    newerVersion: ReturnType<typeof newerVersionState>;
  }
}

export const newerVersion = {
  name: 'newerVersion',
  state: newerVersionState,
  commands: newerVersionCommands,
  follow(page) {
    // The development server's files change as it serves.
    if (!import.meta.env.DEV) followVersions(page).catch(page.report);
  },
  panels: [{ root: '#newer-version', load: () => import('./view') }],
} satisfies Feature<'newerVersion'>;
