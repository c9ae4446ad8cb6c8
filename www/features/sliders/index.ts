import type { Feature } from '../../app/feature';
import { isImage } from '../../engine/data/spec';
import { text } from '../../ui/text';
import { type SlidersCommand, slidersCommands } from './commands';
import { followTraversals } from './follow';
import { slidersState } from './state';
import { mount } from './view';

declare module '../../app/send' {
  interface Commands {
    sliders: SlidersCommand;
  }
}

declare module '../../app/store' {
  interface State {
    sliders: ReturnType<typeof slidersState>;
  }
}

export const sliders = {
  name: 'sliders',
  state: slidersState,
  commands: ({ state }) => slidersCommands(state),
  follow: ({ state, model }) => followTraversals(state, model),
  exports: [
    {
      name: 'dimension-strips',
      kind: 'picture',
      words: () => text.value.sliders.strips,
      suits: isImage,
      formats: ['png', 'svg'],
      load: async () => (await import('./strips-file')).makeStrips,
    },
  ],
  panels: [{ root: '.slider-panel', mount }],
} satisfies Feature<'sliders'>;
