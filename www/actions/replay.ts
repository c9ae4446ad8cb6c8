// Looking at a run's past.

import type { Handlers } from '../commands';
import type { State } from '../store';
import type { Replay } from '../training/replay';
import { prefersStillness } from '../training/stillness';

export type ReplayCommand =
  /** By its index; past the last of them is now. */
  | { do: 'show moment'; index: number }
  | { do: 'show now' }
  | { do: 'replay'; plays: boolean }
  | { do: 'choose replay speed'; speed: number };

export const replayActions = (state: State, replay: Replay): Handlers<ReplayCommand> => ({
  'show moment'({ index }) {
    replay.play(false);
    return replay.show(index);
  },

  'show now': () => replay.showNow(),
  /** Who wants no motion gets a step to the next moment instead. */
  replay: ({ plays }) => (plays && prefersStillness() ? replay.next() : replay.play(plays)),

  'choose replay speed'({ speed }) {
    state.replaySpeed.value = speed;
  },
});
