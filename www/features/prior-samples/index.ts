import type { Feature } from '../../app/feature';
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
  panels: [{ root: 'section.prior-samples', load: () => import('./view') }],
} satisfies Feature<'priorSamples'>;
