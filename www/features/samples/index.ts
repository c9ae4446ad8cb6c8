import type { Feature } from '../../app/feature';
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
  state: samplesState,
  commands: ({ state }) => samplesCommands(state),
  follow: ({ state, model }) => followSamples(state, model),
  panels: [{ root: '#samples-section', mount }],
} satisfies Feature<'samples'>;
