import type { Feature } from '../../app/feature';
import { isImage } from '../../engine/data/spec';
import { text } from '../../ui/text';
import { type SamplesCommand, samplesCommands } from './commands';
import { followSamples } from './follow';
import { samplesState } from './state';
import { mount } from './view';

declare module '../../app/send' {
  interface Commands {
    samples: SamplesCommand;
  }
}

declare module '../../app/store' {
  interface State {
    samples: ReturnType<typeof samplesState>;
  }
}

export const samples = {
  name: 'samples',
  suits: isImage,
  state: samplesState,
  commands: ({ state }) => samplesCommands(state),
  follow: ({ state, model }) => followSamples(state, model),
  exports: [
    {
      name: 'posterior-samples',
      kind: 'picture',
      words: () => text.value.samples.title,
      formats: ['png', 'svg', 'npz'],
      isThere: ({ samples }) => samples.drawn.value !== undefined,
      load: async () => (await import('./file')).makeSamples,
    },
  ],
  panels: [{ root: '#samples-section', mount }],
} satisfies Feature<'samples'>;
