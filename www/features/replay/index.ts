import { ANIMATIONS } from '../../app/export/exports';
import type { Feature } from '../../app/feature';
import { isImage } from '../../engine/data/spec';
import { text } from '../../ui/text';
import { type ReplayCommand, replayCommands } from './commands';
import { replayState } from './state';
import { mount } from './view';

declare module '../../app/send' {
  interface Commands {
    replay: ReplayCommand;
  }
}

declare module '../../app/store' {
  interface State {
    replay: ReturnType<typeof replayState>;
  }
}

export const replay = {
  name: 'replay',
  state: replayState,
  commands: replayCommands,
  exports: [
    {
      name: 'history',
      kind: 'animation',
      words: () => text.value.replay.exported,
      suits: isImage,
      formats: ANIMATIONS,
      isThere: ({ replay }) => replay.moments.value.length > 0,
      load: async () => (await import('./export')).makeHistory,
    },
  ],
  panels: [{ root: 'section.replay', mount }],
} satisfies Feature<'replay'>;
