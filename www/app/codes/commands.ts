import type { Handlers } from '../send';
import type { State } from '../store';

export type CodesCommand =
  /** A feature, by its name, begins or ceases to need the codes of the test digits. */
  { do: 'want codes'; by: string; wanted: boolean };

export const codesCommands = (state: State): Handlers<CodesCommand> => ({
  'want codes'({ by, wanted }) {
    const wanting = new Set(state.codes.wantedBy.value);
    if (wanted) wanting.add(by);
    else wanting.delete(by);
    state.codes.wantedBy.value = wanting;
  },
});
