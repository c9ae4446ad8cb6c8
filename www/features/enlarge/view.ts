// From how few pixels, and what each method makes of them.

import '../../app/uses/style.css';
import type { Mount } from '../../app/feature';
import { pictureOf } from '../../app/uses/picture';
import { nearest, restoredPicture, showPictures } from '../../app/uses/restored';
import { tellOpen } from '../../app/uses/tell-open';
import { find, option } from '../../ui/dom';
import { theme } from '../../ui/ink';
import { watch } from '../../ui/lifetime';
import { sayIn } from '../../ui/said';
import { shownData } from '../../ui/shown-data';
import { factorsOf } from './factors';
import markup from './panel/markup.html?raw';
import { words } from './panel/words';

export const mount: Mount = (root, context, signal) => {
  find(HTMLElement, 'div', root).innerHTML = markup;
  sayIn(root, words, signal);
  tellOpen(root, 'enlarge', context.send, signal);
  for (const show of [chooseFactor, showTries, showWords]) show(root, context, signal);
};

const chooseFactor: Mount = (root, { state, send }, signal) => {
  const from = find(HTMLSelectElement, '#enlarge-factor', root);
  const choose = () => send({ do: 'shrink picture', factor: Number(from.value) });
  from.addEventListener('change', choose, { signal });
  watch(signal, () => {
    const { width, height } = shownData.value;
    const named = (factor: number) => words.value.sides(width / factor, height / factor);
    from.replaceChildren(
      ...factorsOf(shownData.value).map((factor) => option(String(factor), named(factor))),
    );
    from.value = String(state.enlarge.factor.value);
  });
};

const showTries: Mount = (root, { state }, signal) => {
  const tries = find(HTMLElement, '.tries', root);
  watch(signal, () => {
    theme.value;
    const enlarged = state.enlarge.enlarged.value;
    if (!enlarged) return showPictures(tries, []);
    const { width, height, pixels } = enlarged.small;
    const { channels } = shownData.peek();
    const small = {
      name: words.value.small(width, height),
      figures: [],
      pixels,
      ofModel: false,
      best: false,
      data: { width, height, channels },
    };
    const best = nearest(enlarged.tries);
    showPictures(tries, [small, ...enlarged.tries.map((it, index) => restoredPicture(it, index === best))]);
  });
};

const showWords: Mount = (root, { state }, signal) => {
  const status = find(HTMLElement, '#enlarge-words', root);
  const picture = pictureOf(state);
  watch(signal, () => {
    const { empty, odd, waits, done } = words.value;
    if (factorsOf(shownData.value).length === 0) status.textContent = odd;
    else if (!picture()) status.textContent = empty;
    else if (state.enlarge.waits.value) status.textContent = waits;
    // What came to nothing is said with what went wrong.
    else status.textContent = state.enlarge.enlarged.value ? done : '';
  });
};
