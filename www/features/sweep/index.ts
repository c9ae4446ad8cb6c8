import type { Feature } from '../../app/feature';
import { type SweepCommand, sweepCommands } from './commands';
import { sweepState } from './state';

declare module '../../app/send' {
  interface Commands {
    sweep: SweepCommand;
  }
}

declare module '../../app/store' {
  interface State {
    sweep: ReturnType<typeof sweepState>;
  }
}

export const sweep = {
  name: 'sweep',
  state: sweepState,
  commands: sweepCommands,
  panels: [{ root: '#sweep', load: () => import('./view') }],
} satisfies Feature<'sweep'>;
