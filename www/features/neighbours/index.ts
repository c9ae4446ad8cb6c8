import type { Feature } from '../../app/feature';
import { isImage } from '../../engine/data/spec';
import { type NeighboursCommand, neighboursCommands } from './commands';
import { followNeighbours } from './follow';
import { neighboursState } from './state';
import { mount } from './view';

declare module '../../app/send' {
  interface Commands {
    neighbours: NeighboursCommand;
  }
}

declare module '../../app/store' {
  interface State {
    neighbours: ReturnType<typeof neighboursState>;
  }
}

export const neighbours = {
  name: 'neighbours',
  suits: isImage,
  state: neighboursState,
  commands: ({ state }) => neighboursCommands(state),
  follow: ({ state, model }) => followNeighbours(state, model),
  panels: [{ root: '#neighbours-section', mount }],
} satisfies Feature<'neighbours'>;
