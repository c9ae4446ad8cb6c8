// Training runs in turn.

import { part } from '../../app/async/part';
import type { Page } from '../../app/page';
import type { Handlers } from '../../app/send';
import type { Plan } from './state';
import type { Sweeping } from './sweeping';

export type SweepCommand = { do: 'sweep'; plan: Plan } | { do: 'stop sweeping' };

export function sweepCommands(page: Page): Handlers<SweepCommand> {
  let sweeping: Sweeping | undefined;
  return {
    async sweep({ plan }) {
      // Few want it: the first screen does without.
      const { Sweeping } = await part(import('./sweeping'));
      sweeping ??= new Sweeping(page);
      await sweeping.start(plan);
    },
    'stop sweeping': () => sweeping?.stop(),
  };
}
