import type { Feature } from '../../app/feature';
import { type PathsCommand, pathsCommands } from './commands';
import { pathExports } from './exports';
import { followPath } from './follow';
import { keepMoving } from './motion';
import { pathsState } from './state';

declare module '../../app/send' {
  interface Commands {
    paths: PathsCommand;
  }
}

declare module '../../app/store' {
  interface State {
    paths: ReturnType<typeof pathsState>;
  }
}

export const paths = {
  name: 'paths',
  state: pathsState,
  commands: ({ state, model, explorer }) => pathsCommands(state, model, explorer),
  follow: ({ state, model }) => {
    followPath(state, model);
    keepMoving(state);
  },
  panels: [{ root: 'section.paths', load: () => import('./view') }],
  exports: pathExports,
} satisfies Feature<'paths'>;
