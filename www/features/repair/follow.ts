// Repairs anew at each move of the hand, from where z was; draws and figures come when it rests.

import type { Page } from '../../app/page';
import { type Erased, isAll, isAny, ofChannels } from '../../app/uses/mask';
import { type Picture, pictureOf } from '../../app/uses/picture';
import { rests } from '../../app/uses/rests';
import { shownData } from '../../ui/shown-data';
import type { Repaired } from './state';

/** Gradient steps to the first picture of the way, for the hand waits for it, and between the others. */
const FIRST_STEPS = 6;
const STEPS = 20;
/** Steps of all draws between two looks at the hand. */
const DRAWN_STEPS = 5;
/** A model in training changes several times a second. */
const REST_MS = 1000;

interface Inputs {
  picture: Picture;
  erased: Erased;
  seed: number;
}

export function follow({ state, uses }: Pick<Page, 'state' | 'uses'>) {
  const { erased, repaired, waits, seed } = state.repair;
  const picture = pictureOf(state);
  uses.follow<Inputs, Repaired>({
    use: 'repair',
    inputs() {
      const [shown, mask] = [picture(), erased.value];
      const { width, height } = shownData.value;
      const fits = mask?.length === width * height;
      return shown && fits && isAny(mask) && !isAll(mask)
        ? { picture: shown, erased: mask, seed: seed.value }
        : undefined;
    },
    async ask(it, { picture: { pixels, classIndex }, erased, seed }, { model, overtaken, part }) {
      const mask = ofChannels(erased, shownData.peek().channels);
      const before = repaired.peek()?.z;
      const warm = before?.length === model.summary.config.latentSize ? before : undefined;
      await it.repair.start(pixels, mask, classIndex, warm);
      let way: Repaired = await it.repair.goOn(FIRST_STEPS);
      part(way);
      while (way.left > 0 && !overtaken.aborted) {
        way = await it.repair.goOn(STEPS);
        part(way);
      }
      if (overtaken.aborted) return undefined;
      way = { ...way, figures: await it.repair.figures(pixels, mask, way.pixels) };
      part(way);
      if (model.summary.config.deterministic || !(await rests(overtaken))) return way;
      await it.repair.startDraws(seed);
      for (;;) {
        const draws = await it.repair.goOnDrawing(DRAWN_STEPS);
        if (draws) return { ...way, draws };
        if (overtaken.aborted) return undefined;
      }
    },
    show(answer) {
      repaired.value = answer?.value;
    },
    waiting(now, rests) {
      waits.value = now && !rests;
    },
    restWithSameInputs: REST_MS,
  });
}
