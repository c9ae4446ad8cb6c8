// Judges the picture, or a stranger in its place: by a few training images at first, then by all.

import type { Page } from '../../app/page';
import { pictureOf } from '../../app/uses/picture';
import type { Scored } from '../../engine/protocol/uses';
import type { Judged, Looked } from './state';

/** A model in training changes several times a second: this takes as long as it does. */
const REST_MS = 3000;

export function follow({ state, uses }: Pick<Page, 'state' | 'uses'>) {
  const { looked, judged, waits } = state.anomaly;
  const picture = pictureOf(state);
  uses.follow<{ pixels: Uint8Array | undefined; looked: Looked }, Judged>({
    use: 'anomaly',
    inputs(model) {
      const pixels = picture()?.pixels;
      const isThere = pixels || looked.value.kind !== 'picture';
      // An autoencoder has no likelihood.
      return isThere && !model.summary.config.deterministic ? { pixels, looked: looked.value } : undefined;
    },
    async ask({ anomaly }, { pixels, looked }, { overtaken, part }) {
      const shown =
        looked.kind === 'picture' ? pixels : await anomaly.stranger(looked.kind, looked.seed, pixels);
      if (!shown) return undefined;
      let scored: Scored | undefined;
      for (;;) {
        const learnt = await anomaly.learn();
        if (learnt.isReady) scored ??= await anomaly.score(shown);
        const places = scored && (await anomaly.places(scored.scores));
        part({ looked, learnt, ...(scored && { scored }), ...(places && { places }) });
        if (learnt.done === learnt.all || overtaken.aborted) return undefined;
      }
    },
    show(answer) {
      judged.value = answer?.value;
    },
    waiting(now, rests) {
      waits.value = now && !rests;
    },
    restWithSameInputs: REST_MS,
  });
}
