import type { Feature } from '../../app/feature';
import { fetchedHandlers } from '../../app/fetched';
import { isImage } from '../../engine/data/spec';
import type { SlowMotionCommand } from './commands';
import { slowMotionState } from './state';

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

const COMMANDS = {
  'walk a step': true,
  'next stage': true,
  'previous stage': true,
  'play stages': true,
  'leave the walk': true,
} as const;

export const slowMotion = {
  name: 'slowMotion',
  suits: isImage,
  state: slowMotionState,
  commands: (page) =>
    fetchedHandlers<SlowMotionCommand>(COMMANDS, async () =>
      (await import('./commands')).slowMotionCommands(page),
    ),
  panels: [{ root: '#slow-motion', suits: isImage, load: () => import('./view') }],
} satisfies Feature<'slowMotion'>;
