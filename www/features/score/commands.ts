// Asking where the input's ELBO lies among those of test digits.

import type { Handlers } from '../../app/send';
import type { State } from '../../app/store';

export type ScoreCommand = { do: 'score test samples' };

export const scoreCommands = (state: State): Handlers<ScoreCommand> => ({
  'score test samples'() {
    state.score.wanted.value = true;
  },
});
