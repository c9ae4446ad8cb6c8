// Looking at a run's past.

import type { Page } from '../../app/page';
import type { Handlers } from '../../app/send';
import { prefersStillness } from '../../ui/stillness';
import { Replay } from './replay';

export type ReplayCommand =
  /** By its index; past the last of them is now. */
  | { do: 'show moment'; index: number }
  | { do: 'show now' }
  | { do: 'replay'; plays: boolean }
  | { do: 'choose replay speed'; speed: number };

export function replayCommands({ state, model, training, report }: Page): Handlers<ReplayCommand> {
  const replay = new Replay(state, model, training, report);
  model.onSnapshot((run, step) => replay.take(run, step));
  return {
    'show moment'({ index }) {
      replay.play(false);
      return replay.show(index);
    },

    'show now': () => replay.showNow(),
    /** Who wants no motion gets a step to the next moment instead. */
    replay: ({ plays }) => (plays && prefersStillness() ? replay.next() : replay.play(plays)),

    'choose replay speed'({ speed }) {
      state.replay.speed.value = speed;
    },
  };
}
