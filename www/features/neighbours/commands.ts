// Looking for the nearest training digits.

import type { Handlers } from '../../app/send';
import type { State } from '../../app/store';

export type NeighboursCommand = { do: 'find neighbours' };

export const neighboursCommands = (state: State): Handlers<NeighboursCommand> => ({
  'find neighbours'() {
    state.neighbours.wanted.value = true;
  },
});
