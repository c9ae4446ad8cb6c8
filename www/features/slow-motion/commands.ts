// One training step, stage by stage.

import type { Page } from '../../app/page';
import type { Handlers } from '../../app/send';
import { SlowMotion } from './slow-motion';

export type SlowMotionCommand =
  | { do: 'walk a step' }
  /** After the last stage comes the next step. */
  | { do: 'next stage' }
  | { do: 'previous stage' }
  | { do: 'play stages'; plays: boolean }
  | { do: 'leave the walk' };

export function slowMotionCommands(page: Page): Handlers<SlowMotionCommand> {
  const { state } = page;
  const slowMotion = new SlowMotion(page);

  return {
    'walk a step': () => slowMotion.begin(),

    async 'next stage'() {
      const at = state.slowMotion.at.value;
      slowMotion.play(false);
      if (at === 'waiting' || !at) return;
      if (at.stage !== 'update') slowMotion.go(1);
      else await slowMotion.goOn();
    },

    'previous stage'() {
      slowMotion.play(false);
      slowMotion.go(-1);
    },

    'play stages': ({ plays }) => slowMotion.play(plays),
    'leave the walk': () => slowMotion.leave(),
  };
}
