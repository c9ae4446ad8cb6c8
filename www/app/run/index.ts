import type { Feature } from '../feature';
import { type RunCommand, runCommands } from './commands';
import { giveWayToHands } from './give-way';
import { runState } from './state';
import { warmUpAhead } from './warm-up';

declare module '../send' {
  interface Commands {
    run: RunCommand;
  }
}

declare module '../store' {
  interface State {
    run: ReturnType<typeof runState>;
  }
}

export const run = {
  name: 'run',
  state: runState,
  commands: runCommands,
  follow({ state, training, report }) {
    warmUpAhead(state, training, report);
    giveWayToHands((busy) => training.giveWay(busy));
  },
} satisfies Feature<'run'>;
