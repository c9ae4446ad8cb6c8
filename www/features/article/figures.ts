// The figures of the article. A new one is one file, its line here, and its place in each prose.

import type { PanelContext } from '../../app/feature';
import { whileItSuits } from '../../app/panels';
import { isImage } from '../../engine/data/spec';
import { macrotask } from '../../engine/macrotask';
import { atEnd } from '../../ui/lifetime';
import { axes } from './axes';
import { beta } from './beta';
import { collapse } from './collapse';
import { denoised } from './denoised';
import { halved } from './halved/figure';
import { judged } from './judged/figure';
import { pipeline } from './pipeline';
import { price } from './price';
import { reduced } from './reduced';
import { samples } from './samples';
import type { Figure } from './stage';
import { tastes } from './tastes';
import { terms } from './terms';
import { written } from './written';

const FIGURES: Readonly<Record<string, Figure>> = {
  ...{ beta, collapse, price, tastes, terms, written },
  ...ofImages({ axes, denoised, halved, judged, pipeline, reduced, samples }),
};

/** Those that show pictures are there while the model is one of images. */
function ofImages(figures: Readonly<Record<string, Figure>>): Record<string, Figure> {
  const kept = ([name, figure]: [string, Figure]): [string, Figure] => [
    name,
    (stage, context, signal) =>
      whileItSuits(
        isImage,
        stage.closest<HTMLElement>('[data-figure]') ?? stage,
        (_, context, shown) => {
          figure(stage, context, shown);
          atEnd(shown, () => stage.replaceChildren());
        },
        context,
        signal,
      ),
  ];
  return Object.fromEntries(Object.entries(figures).map(kept));
}

/** One a task, so that none is long. */
export async function showFigures(article: HTMLElement, context: PanelContext, signal: AbortSignal) {
  for (const figure of article.querySelectorAll<HTMLElement>('[data-figure]')) {
    const stage = figure.querySelector<HTMLElement>('.stage');
    if (!stage) continue;
    await macrotask();
    if (signal.aborted) return;
    FIGURES[figure.dataset.figure ?? '']?.(stage, context, signal);
    atEnd(signal, () => stage.replaceChildren());
  }
}
