import type { Feature } from '../../app/feature';
import { conditionOf } from '../../app/latent/condition';
import { type MapCommand, mapCommands } from './commands';
import { keepMap } from './drawing';
import { keepPeek } from './peek';
import { mapState } from './state';
import { showMap } from './view';

declare module '../../app/send' {
  interface Commands {
    map: MapCommand;
  }
}

declare module '../../app/store' {
  interface State {
    map: ReturnType<typeof mapState>;
  }
}

export const map = {
  name: 'map',
  state: mapState,
  follow({ state, explorer, report }) {
    keepMap(state, explorer, conditionOf(state), report);
    keepPeek(state, explorer, report);
  },
  commands: ({ state, explorer }) => mapCommands(state, explorer),
  panels: [{ root: 'body', mount: (_root, { state, send }) => showMap(state, send) }],
} satisfies Feature<'map'>;
