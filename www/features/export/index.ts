import type { Feature } from '../../app/feature';
import { type ExportCommand, exportCommands } from './commands';
import { ownExports } from './exports';
import { exportState } from './state';

declare module '../../app/send' {
  interface Commands {
    export: ExportCommand;
  }
}

declare module '../../app/store' {
  interface State {
    export: ReturnType<typeof exportState>;
  }
}

export const exporting = {
  name: 'export',
  state: exportState,
  commands: exportCommands,
  exports: ownExports,
  panels: [{ root: '#export', load: () => import('./view') }],
} satisfies Feature<'export'>;
