// The prose, in the language that is chosen.

import { part } from '../../app/async/part';
import type { Mount } from '../../app/feature';
import { watch } from '../../ui/lifetime';
import { type Language, language } from '../../ui/text';

/** The figures' stages stay, and move from the one prose to the other. */
export const speak: Mount = (article, { report }, signal) => {
  const english = article.innerHTML;
  let shown: Language = 'en';
  const change = async (wanted: Language) => {
    const prose = wanted === 'en' ? english : (await part(import('./zh.html?prose'))).default;
    if (signal.aborted || wanted !== language.peek() || wanted === shown) return;
    shown = wanted;
    const stages = [...article.querySelectorAll('.stage')];
    article.innerHTML = prose;
    for (const [index, slot] of article.querySelectorAll('.stage').entries())
      slot.replaceWith(stages[index] ?? slot);
  };
  watch(signal, () => {
    change(language.value).catch(report);
  });
};
