import type { Feature } from '../../app/feature';
import { fetchedHandlers } from '../../app/fetched';
import { isImage } from '../../engine/data/spec';
import type { CompressCommand } from './commands';
import { compressState } from './state';

declare module '../../app/send' {
  interface Commands {
    compress: CompressCommand;
  }
}

declare module '../../app/store' {
  interface State {
    compress: ReturnType<typeof compressState>;
  }
}

export const compress = {
  name: 'compress',
  suits: isImage,
  state: compressState,
  commands: (page) =>
    fetchedHandlers<CompressCommand>({ compress: true, 'save compressed': true }, async () =>
      (await import('./commands')).compressCommands(page),
    ),
  panels: [{ root: '#use-compress', load: () => import('./view') }],
} satisfies Feature<'compress'>;
