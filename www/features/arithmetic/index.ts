import type { Feature } from '../../app/feature';
import { isImage } from '../../engine/data/spec';
import { type ArithmeticCommand, arithmeticCommands } from './commands';
import { followSum } from './follow';
import { arithmeticState } from './state';

declare module '../../app/send' {
  interface Commands {
    arithmetic: ArithmeticCommand;
  }
}

declare module '../../app/store' {
  interface State {
    arithmetic: ReturnType<typeof arithmeticState>;
  }
}

export const arithmetic = {
  name: 'arithmetic',
  suits: isImage,
  state: arithmeticState,
  commands: ({ state }) => arithmeticCommands(state),
  follow: ({ state, model }) => followSum(state, model),
  panels: [{ root: '#arithmetic', load: () => import('./view') }],
} satisfies Feature<'arithmetic'>;
