// Figure: what somebody would like next, or what word a text would use, as shares of one probability.

import type { ReadonlyState } from '../../app/store';
import { hasItems, hasWords } from '../../engine/data/spec';
import { make } from '../../ui/dom';
import { nameOfItem, shownData } from '../../ui/shown-data';
import { text } from '../../ui/text';
import { decimal } from '../../ui/words';
import { drawn, type Figure } from './stage';

const LINES = 6;

export const tastes: Figure = (stage, { state }, signal) => {
  const lines = make('ol', 'shares');
  const reading = make('p', 'reading');
  stage.append(lines, reading);
  const read = () => ({ data: shownData.value, suggested: suggestedIn(state) });
  drawn(signal, stage, read, ({ data, suggested }) => {
    const words = text.value.article.tastes;
    const first = suggested?.suggestions.slice(0, LINES) ?? [];
    const most = Math.max(...first.map(({ probability }) => probability));
    lines.replaceChildren(
      ...first.map(({ item, probability }) => {
        const bar = make('meter', '');
        Object.assign(bar, { max: most, value: probability });
        const share = words.share(decimal(100 * probability, 1));
        bar.setAttribute('aria-label', `${nameOfItem(item)} ${share}`);
        return make('li', '', make('span', '', nameOfItem(item)), bar, make('span', 'figure', share));
      }),
    );
    if (!hasItems(data)) reading.textContent = words.other;
    else if (!suggested) reading.textContent = words.works;
    else reading.textContent = suggested.ofLikes ? words.ofLikes : words.ofPoint;
  });
};

function suggestedIn({ recommend, words }: ReadonlyState) {
  if (!hasWords(shownData.value)) return recommend.suggested.value;
  const reading = words.reading.value;
  return reading && { ofLikes: reading.ofText, suggestions: reading.also };
}
