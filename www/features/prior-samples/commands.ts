import type { Handlers } from '../../app/send';
import type { State } from '../../app/store';
import { drawnShares } from './state';

export type PriorSamplesCommand = { do: 'show prior samples'; shown: boolean } | { do: 'draw prior samples' };

export const priorSamplesCommands = ({ priorSamples }: State): Handlers<PriorSamplesCommand> => ({
  'show prior samples'({ shown }) {
    priorSamples.shown.value = shown;
  },
  'draw prior samples'() {
    priorSamples.shares.value = drawnShares();
  },
});
