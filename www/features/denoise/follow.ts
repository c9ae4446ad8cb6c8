// Takes the noise out anew whenever picture, noise or model change: the quick ways first.

import type { Page } from '../../app/page';
import { pictureOf } from '../../app/uses/picture';
import type { Method, Restored } from '../../engine/protocol/uses';

/** An autoencoder has no posterior to take a mean over. */
const METHODS: readonly Method[] = ['nothing', 'median', 'nonLocalMeans', 'encodeDecode', 'optimised'];
const BY_POSTERIOR: Method = 'posteriorMean';

/** A model in training changes several times a second: this takes as long as it does. */
const REST_MS = 3000;

export function follow({ state, uses }: Pick<Page, 'state' | 'uses'>) {
  const { noisy, tries, waits } = state.denoise;
  const picture = pictureOf(state);
  uses.follow<
    { picture: NonNullable<ReturnType<typeof picture>>; noisy: typeof noisy.value },
    readonly Restored[]
  >({
    use: 'denoise',
    inputs() {
      const shown = picture();
      return shown && { picture: shown, noisy: noisy.value };
    },
    async ask(it, { picture: { pixels, classIndex }, noisy: { blemish, seed } }, { model, overtaken, part }) {
      const found: Restored[] = [];
      for (const method of model.summary.config.deterministic ? METHODS : [...METHODS, BY_POSTERIOR]) {
        if (overtaken.aborted) return undefined;
        found.push(await it.denoise.restore(pixels, blemish, seed, classIndex, method));
        part([...found]);
      }
      return found;
    },
    show(answer) {
      tries.value = answer?.value;
    },
    waiting(now, rests) {
      waits.value = now && !rests;
    },
    restWithSameInputs: REST_MS,
  });
}
