// Noise on the picture, and what each method makes of it.

import '../../app/uses/style.css';
import type { Mount } from '../../app/feature';
import { pictureOf } from '../../app/uses/picture';
import { nearest, restoredPicture, showPictures } from '../../app/uses/restored';
import { tellOpen } from '../../app/uses/tell-open';
import { find } from '../../ui/dom';
import { theme } from '../../ui/ink';
import { watch } from '../../ui/lifetime';
import { sayIn } from '../../ui/said';
import { isKind, KINDS, strengthOf, strengthWords } from './blemishes';
import markup from './panel/markup.html?raw';
import { words } from './panel/words';

export const mount: Mount = (root, context, signal) => {
  find(HTMLElement, 'div', root).innerHTML = markup;
  sayIn(root, words, signal);
  tellOpen(root, 'denoise', context.send, signal);
  for (const show of [chooseNoise, showTries]) show(root, context, signal);
};

const chooseNoise: Mount = (root, { state, send }, signal) => {
  const kind = find(HTMLSelectElement, '#denoise-kind', root);
  const strength = find(HTMLInputElement, '#denoise-strength', root);
  const said = find(HTMLOutputElement, 'output', root);
  const { noisy } = state.denoise;
  const put = (strength: number, draws = 0) => {
    if (!isKind(kind.value)) return;
    send({
      do: 'put noise on',
      noisy: { blemish: KINDS[kind.value].of(strength), seed: noisy.peek().seed + draws },
    });
  };
  kind.addEventListener('change', () => isKind(kind.value) && put(KINDS[kind.value].start), { signal });
  strength.addEventListener('input', () => put(strength.valueAsNumber), { signal });
  const again = find(HTMLButtonElement, '#denoise-again', root);
  again.addEventListener('click', () => put(strength.valueAsNumber, 1), { signal });
  watch(signal, () => {
    const { blemish } = noisy.value;
    const { min, max, step } = KINDS[blemish.kind];
    kind.value = blemish.kind;
    Object.assign(strength, { min, max, step });
    strength.valueAsNumber = strengthOf(blemish);
    const degree = strengthWords(blemish, words.value);
    strength.setAttribute('aria-valuetext', degree);
    said.textContent = degree;
    // There is one blur of a strength.
    again.disabled = blemish.kind === 'blur';
  });
};

const showTries: Mount = (root, { state }, signal) => {
  const tries = find(HTMLElement, '.tries', root);
  const picture = pictureOf(state);
  const status = find(HTMLElement, '#denoise-words', root);
  watch(signal, () => {
    theme.value;
    const found = state.denoise.tries.value ?? [];
    const best = nearest(found);
    const pictures = found.map((it, index) => restoredPicture(it, index === best));
    // The first is the picture as it is shown to the others.
    if (pictures[0]) pictures[0].name = words.value.damaged;
    showPictures(tries, pictures);
  });
  watch(signal, () => {
    const { empty, waits, done } = words.value;
    // What came to nothing is said with what went wrong.
    if (!picture()) status.textContent = empty;
    else if (state.denoise.waits.value) status.textContent = waits;
    else status.textContent = state.denoise.tries.value ? done : '';
  });
};
