import type { Feature } from '../../app/feature';
import { type RunsCommand, runsCommands } from './commands';
import { runsState } from './state';
import { showRuns } from './view';

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
  panels: [{ root: 'body', mount: (_root, { state, send }) => showRuns(state, send) }],
} satisfies Feature<'runs'>;
