// The figures of the article. A new one is one file, its line here, and its place in each prose.

import type { PanelContext } from '../../app/feature';
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

const FIGURES: Readonly<Record<string, Figure>> = {
  axes,
  beta,
  collapse,
  denoised,
  halved,
  judged,
  pipeline,
  price,
  reduced,
  samples,
  tastes,
  terms,
};

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
