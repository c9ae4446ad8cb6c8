import type { Feature } from '../../app/feature';
import { type RunsCommand, runsCommands } from './commands';
import { hideWhileNone } from './hide';
import { runsState } from './state';

declare module '../../app/send' {
  interface Commands {
    runs: RunsCommand;
  }
}

declare module '../../app/store' {
  interface State {
    runs: ReturnType<typeof runsState>;
  }
}

export const runs = {
  name: 'runs',
  state: runsState,
  commands: runsCommands,
  panels: [
    // What is hidden never comes near.
    { root: '#runs', mount: hideWhileNone },
    { root: '#runs', load: () => import('./view') },
  ],
} satisfies Feature<'runs'>;
