// Asking where the input's ELBO lies among those of test digits.

import type { Handlers } from '../../app/send';
import type { State } from '../../app/store';

export type ScoreCommand = { do: 'score test digits' };

export const scoreCommands = (state: State): Handlers<ScoreCommand> => ({
  'score test digits'() {
    state.score.wanted.value = true;
  },
});
