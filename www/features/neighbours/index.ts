import type { Feature } from '../../app/feature';
import { type NeighboursCommand, neighboursCommands } from './commands';
import { keepNeighbours } from './follow';
import { neighboursState } from './state';

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
  state: neighboursState,
  commands: ({ state }) => neighboursCommands(state),
  follow: ({ state, explorer, report }) => keepNeighbours(state, explorer, report),
} satisfies Feature<'neighbours'>;
