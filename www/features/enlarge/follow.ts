// Enlarges anew at each stroke of the hand: what is quick first.

import type { Page } from '../../app/page';
import { type Picture, pictureOf } from '../../app/uses/picture';
import { rests } from '../../app/uses/rests';
import { shownData } from '../../ui/shown-data';
import { factorsOf } from './factors';
import type { Enlarged } from './state';

/** Gradient steps to the first picture of the way, for the hand waits for it, and between the others. */
const FIRST_STEPS = 6;
const STEPS = 20;
/** Steps of all draws between two looks at the hand. */
const DRAWN_STEPS = 5;
/** A model in training changes several times a second. */
const REST_MS = 2000;

export function follow({ state, uses }: Pick<Page, 'state' | 'uses'>) {
  const { factor, enlarged, waits } = state.enlarge;
  const picture = pictureOf(state);
  uses.follow<{ picture: Picture; factor: number }, Enlarged>({
    use: 'enlarge',
    inputs() {
      const shown = picture();
      const fits = factorsOf(shownData.value).includes(factor.value);
      return shown && fits ? { picture: shown, factor: factor.value } : undefined;
    },
    async ask(it, { picture: { pixels, classIndex }, factor }, { model, overtaken, part }) {
      const begun = await it.enlarge.begin(pixels, factor, classIndex, FIRST_STEPS);
      const { small, bicubic } = begun;
      let { quick, left } = begun;
      part({ small, tries: [bicubic, quick] });
      while (left > 0 && !overtaken.aborted) {
        ({ quick, left } = await it.enlarge.goOn(pixels, STEPS));
        part({ small, tries: [bicubic, quick] });
      }
      if (overtaken.aborted) return undefined;
      const encoded = await it.enlarge.restore(pixels, factor, classIndex, 'encodeDecode');
      const tries = [bicubic, encoded, quick];
      part({ small, tries });
      if (model.summary.config.deterministic || !(await rests(overtaken))) return { small, tries };
      await it.enlarge.startMean();
      for (;;) {
        const mean = await it.enlarge.goOnToMean(pixels, DRAWN_STEPS);
        if (mean) return { small, tries: [...tries, mean] };
        if (overtaken.aborted) return undefined;
      }
    },
    show(answer) {
      enlarged.value = answer?.value;
    },
    waiting(now, rests) {
      waits.value = now && !rests;
    },
    restWithSameInputs: REST_MS,
  });
}
