// Repairs the lower half of the picture, for the figure that shows it.

import type { Page } from '../../../app/page';
import { filled, ofChannels, partOf } from '../../../app/uses/mask';
import type { Picture } from '../../../app/uses/picture';
import { shownData } from '../../../ui/shown-data';
import type { Halved } from '../state';
import { subjectOf } from '../whose';

const STEPS = 20;
const REST_MS = 3000;

export function follow({ state, uses }: Pick<Page, 'state' | 'uses'>) {
  const { halved } = state.article;
  uses.follow<Picture, Halved>({
    use: 'halved',
    inputs: subjectOf(state),
    async ask(it, { pixels, classIndex }, { overtaken }) {
      const data = shownData.peek();
      const erased = partOf('half', data);
      const all = ofChannels(erased, data.channels);
      await it.article.repair(pixels, all, classIndex);
      let way = await it.article.goOn(STEPS);
      while (way.left > 0 && !overtaken.aborted) way = await it.article.goOn(STEPS);
      if (overtaken.aborted) return undefined;
      const { model, mean } = await it.repair.figures(pixels, all, way.pixels);
      return {
        whole: pixels,
        before: filled(pixels, new Uint8Array(pixels.length), erased),
        after: filled(pixels, way.pixels, erased),
        errors: { model: model.squaredError, mean: mean.squaredError },
      };
    },
    show(answer) {
      halved.value = answer?.value;
    },
    restWithSameInputs: REST_MS,
    stays: true,
  });
}
