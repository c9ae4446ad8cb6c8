// The guided article: its prose in the language that is chosen, its buttons, and its figures once the model shows.

import { effect } from '@preact/signals-core';
import { given } from '../../app/async/given';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import { find } from '../../ui/dom';
import { type Language, language } from '../../ui/text';
import { TRIES } from './tries';

export function showArticle(state: State, send: Send, report: (error: unknown) => void) {
  const article = find(HTMLElement, '[data-article]');
  speak(article, report);
  article.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-try]') : null;
    if (button) TRIES[button.dataset.try ?? '']?.(state, send);
  });
  // What lies below the tool is not in the way of its first picture.
  given(state.latent.decoded)
    .then(() => import('./figures'))
    .then(({ showFigures }) => showFigures(article, state, send))
    .catch(report);
}

/** The figures' stages stay, and move from the one prose to the other. */
function speak(article: HTMLElement, report: (error: unknown) => void) {
  const english = article.innerHTML;
  let shown: Language = 'en';
  const change = async (wanted: Language) => {
    const prose = wanted === 'en' ? english : (await import('./zh.html?prose')).default;
    if (wanted !== language.peek() || wanted === shown) return;
    shown = wanted;
    const stages = [...article.querySelectorAll('.stage')];
    article.innerHTML = prose;
    for (const [index, slot] of article.querySelectorAll('.stage').entries())
      slot.replaceWith(stages[index] ?? slot);
  };
  effect(() => {
    change(language.value).catch(report);
  });
}
