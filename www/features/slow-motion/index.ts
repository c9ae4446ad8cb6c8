import type { Feature } from '../../app/feature';
import { type SlowMotionCommand, slowMotionCommands } from './commands';
import { slowMotionState } from './state';
import { mount } from './view';

declare module '../../app/send' {
  interface Commands {
    slowMotion: SlowMotionCommand;
  }
}

declare module '../../app/store' {
  interface State {
    slowMotion: ReturnType<typeof slowMotionState>;
  }
}

export const slowMotion = {
  name: 'slowMotion',
  state: slowMotionState,
  commands: slowMotionCommands,
  panels: [{ root: '#slow-motion', mount }],
} satisfies Feature<'slowMotion'>;
