import type { Feature } from '../../app/feature';
import { isImage } from '../../engine/data/spec';
import { type CompareCommand, compareCommands } from './commands';
import { followCompared } from './follow';
import { compareState } from './state';

declare module '../../app/send' {
  interface Commands {
    compare: CompareCommand;
  }
}

declare module '../../app/store' {
  interface State {
    compare: ReturnType<typeof compareState>;
  }
}

export const compare = {
  name: 'compare',
  suits: isImage,
  state: compareState,
  commands: ({ state }) => compareCommands(state),
  follow: ({ state, model, explorer, report }) => followCompared(state, model, explorer, report),
  panels: [{ root: '#compared', load: () => import('./view') }],
} satisfies Feature<'compare'>;
