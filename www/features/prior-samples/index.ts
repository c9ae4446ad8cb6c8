import type { Feature } from '../../app/feature';
import { text } from '../../ui/text';
import { type PriorSamplesCommand, priorSamplesCommands } from './commands';
import { followPriorSamples } from './follow';
import { priorSamplesState } from './state';

declare module '../../app/send' {
  interface Commands {
    priorSamples: PriorSamplesCommand;
  }
}

declare module '../../app/store' {
  interface State {
    priorSamples: ReturnType<typeof priorSamplesState>;
  }
}

export const priorSamples = {
  name: 'priorSamples',
  state: priorSamplesState,
  commands: ({ state }) => priorSamplesCommands(state),
  follow: ({ state, model }) => followPriorSamples(state, model),
  exports: [
    {
      name: 'prior-samples',
      kind: 'picture',
      words: () => text.value.priorSamples.title,
      formats: ['png', 'svg', 'npz'],
      load: async () => (await import('./file')).makePriorSamples,
    },
  ],
  panels: [{ root: 'section.prior-samples', load: () => import('./view') }],
} satisfies Feature<'priorSamples'>;
