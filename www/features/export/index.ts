import type { Feature } from '../../app/feature';
import { fetchedHandlers } from '../../app/fetched';
import type { ExportCommand } from './commands';
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
  commands: (page) =>
    fetchedHandlers<ExportCommand>({ save: true, 'find video formats': true }, async () =>
      (await import('./commands')).exportCommands(page),
    ),
  exports: ownExports,
  panels: [{ root: '#export', load: () => import('./view') }],
} satisfies Feature<'export'>;
