// The figures of the article. A new one is one file, its line here, and its place in each prose.

import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import { axes } from './axes';
import { beta } from './beta';
import { collapse } from './collapse';
import { pipeline } from './pipeline';
import { price } from './price';
import { samples } from './samples';
import type { Figure } from './stage';
import { terms } from './terms';

const FIGURES: Readonly<Record<string, Figure>> = { axes, beta, collapse, pipeline, price, samples, terms };

export function showFigures(article: HTMLElement, state: State, send: Send) {
  for (const figure of article.querySelectorAll<HTMLElement>('[data-figure]')) {
    const stage = figure.querySelector<HTMLElement>('.stage');
    if (stage) FIGURES[figure.dataset.figure ?? '']?.(stage, state, send);
  }
}
