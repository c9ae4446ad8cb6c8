// z plus the mean of one class minus that of another, as an equation of digits.

import { wantCodesWhileOpen } from '../../app/codes/while-open';
import type { Mount } from '../../app/feature';
import { find, option } from '../../ui/dom';
import { paint, theme } from '../../ui/ink';
import { watch } from '../../ui/lifetime';
import { nameOfClass, shownData } from '../../ui/shown-data';
import { text } from '../../ui/text';
import { decimal } from '../../ui/words';

export const mount: Mount = (root, context, signal) => {
  const { state, send } = context;
  if (root instanceof HTMLDetailsElement) wantCodesWhileOpen(root, 'arithmetic', send, signal);
  for (const show of [showImages, showClasses, showStrength]) show(root, context, signal);

  const apply = find(HTMLButtonElement, '#apply-sum', root);
  watch(signal, () => {
    apply.disabled = state.arithmetic.decoded.value === undefined;
  });
  apply.addEventListener('click', () => send({ do: 'apply sum' }), { signal });
};

const showImages: Mount = (root, { state }, signal) => {
  watch(signal, () => {
    theme.value;
    if (state.latent.decoded.value)
      paint(find(HTMLCanvasElement, '.z', root), state.latent.decoded.value.pixels, '--output');
  });
  watch(signal, () => {
    theme.value;
    const images = state.arithmetic.decoded.value?.images;
    root.classList.toggle('ready', images !== undefined);
    if (!images) return;
    for (const part of ['plus', 'minus', 'result'] as const)
      paint(
        find(HTMLCanvasElement, `.${part}`, root),
        images[part],
        part === 'result' ? '--output' : '--ink',
      );
  });
};

const showClasses: Mount = (root, { state, send }, signal) => {
  for (const term of ['plus', 'minus'] as const) {
    const select = find(HTMLSelectElement, `#sum-${term}`, root);
    const tile = find(HTMLCanvasElement, `.${term}`, root);
    watch(signal, () => {
      const options = shownData.value.classes.map((name, label) => option(String(label), name));
      select.replaceChildren(...options);
      select.value = String(state.arithmetic.sum.peek()[term]);
    });
    watch(signal, () => {
      const label = state.arithmetic.sum.value[term];
      tile.setAttribute('aria-label', text.value.arithmetic.meanOf(nameOfClass(label)));
      select.value = String(label);
    });
    const choose = () => send({ do: 'set sum', change: { [term]: Number(select.value) } });
    select.addEventListener('change', choose, { signal });
  }
};

const showStrength: Mount = (root, { state, send }, signal) => {
  const strength = find(HTMLInputElement, '#sum-strength', root);
  const words = find(HTMLElement, '#sum-strength-words', root);
  watch(signal, () => {
    strength.value = String(state.arithmetic.sum.value.strength);
    words.textContent = decimal(state.arithmetic.sum.value.strength, 2);
  });
  const set = () => send({ do: 'set sum', change: { strength: Number(strength.value) } });
  strength.addEventListener('input', set, { signal });
};
