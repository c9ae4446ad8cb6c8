// Judges a blank page and the picture, once it is known what is usual, for the figure that shows both.

import type { Page } from '../../../app/page';
import type { Judged } from '../state';
import { subjectOf } from '../whose';

/** What takes some seconds need not follow each snapshot of a model in training. */
const REST_MS = 10_000;

export function follow({ state, uses }: Pick<Page, 'state' | 'uses'>) {
  const { judged } = state.article;
  const subject = subjectOf(state);
  uses.follow<{ pixels: Uint8Array | undefined }, Judged>({
    use: 'judged',
    // An autoencoder has no likelihood.
    inputs: ({ summary }) => (summary.config.deterministic ? undefined : { pixels: subject()?.pixels }),
    async ask({ anomaly }, { pixels }, { overtaken, part }) {
      for (;;) {
        const { done, all } = await anomaly.learn();
        if (done === all) break;
        if (!judged.peek()?.pictures.length) part({ learnt: done / all, pictures: [] });
        if (overtaken.aborted) return undefined;
      }
      const blank = await anomaly.stranger('blank', 0, pixels);
      const pictures: Judged['pictures'][number][] = [];
      for (const picture of pixels ? [blank, pixels] : [blank]) {
        const { pixels, scores } = await anomaly.score(picture);
        pictures.push({ pixels, places: await anomaly.places(scores) });
      }
      return { learnt: 1, pictures };
    },
    show(answer) {
      judged.value = answer?.value;
    },
    restWithSameInputs: REST_MS,
    stays: true,
  });
}
