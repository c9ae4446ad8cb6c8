import type { Feature } from '../../app/feature';
import { conditionOf } from '../../app/latent/condition';
import { type MapCommand, mapCommands } from './commands';
import { followMap } from './drawing';
import { followNames } from './names';
import { followPeek } from './peek';
import { mapState } from './state';
import { mountSwitches } from './switches';
import { followTexts } from './texts';
import { mount } from './view';

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
  follow({ state, model }) {
    followMap(state, model, conditionOf(state));
    followNames(state, model);
    followTexts(state, model);
    followPeek(state, model);
  },
  commands: ({ state, explorer }) => mapCommands(state, explorer),
  panels: [
    { root: 'section.latent', mount },
    { root: '.map-tools', mount: mountSwitches },
  ],
} satisfies Feature<'map'>;
