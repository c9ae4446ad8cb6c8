import type { Handlers } from '../../app/send';
import type { State } from '../../app/store';
import { drawnShares } from './state';

export type PriorSamplesCommand =
  | { do: 'show prior samples'; shown: boolean }
  | { do: 'draw prior samples' }
  /** As a PNG file. */
  | { do: 'save prior samples' };

export const priorSamplesCommands = ({ priorSamples }: State): Handlers<PriorSamplesCommand> => ({
  'show prior samples'({ shown }) {
    priorSamples.shown.value = shown;
  },
  'draw prior samples'() {
    priorSamples.shares.value = drawnShares();
  },
  async 'save prior samples'() {
    const images = priorSamples.images.value;
    if (!images) return;
    const { saveSheet } = await import('./save');
    await saveSheet(images);
  },
});
