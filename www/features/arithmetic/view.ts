// z plus the mean of one class minus that of another, as an equation of digits.

import { effect } from '@preact/signals-core';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import { find, option } from '../../ui/dom';
import { paint, theme } from '../../ui/ink';
import { text } from '../../ui/text';
import { decimal } from '../../ui/words';

export function showArithmetic(state: State, send: Send) {
  const root = find(HTMLDetailsElement, '#arithmetic');
  wantCodesWhileOpen(root, 'arithmetic', send);
  showImages(state, root);

  for (const term of ['plus', 'minus'] as const) {
    const select = find(HTMLSelectElement, `#sum-${term}`);
    select.append(...Array.from({ length: 10 }, (_, digit) => option(String(digit), String(digit))));
    effect(() => {
      select.value = String(state.arithmetic.sum.value[term]);
      find(HTMLElement, `.${term}`, root).setAttribute(
        'aria-label',
        text.value.arithmetic.meanOf(select.value),
      );
    });
    select.addEventListener('change', () =>
      send({ do: 'set sum', change: { [term]: Number(select.value) } }),
    );
  }

  const strength = find(HTMLInputElement, '#sum-strength');
  effect(() => {
    strength.value = String(state.arithmetic.sum.value.strength);
    find(HTMLElement, '#sum-strength-words').textContent = decimal(state.arithmetic.sum.value.strength, 2);
  });
  strength.addEventListener('input', () =>
    send({ do: 'set sum', change: { strength: Number(strength.value) } }),
  );

  const apply = find(HTMLButtonElement, '#apply-sum');
  effect(() => {
    apply.disabled = state.arithmetic.decoded.value === undefined;
  });
  apply.addEventListener('click', () => send({ do: 'apply sum' }));
}

function showImages(state: State, root: HTMLElement) {
  effect(() => {
    theme.value;
    if (state.latent.decoded.value)
      paint(find(HTMLCanvasElement, '.z', root), state.latent.decoded.value.pixels, '--output');
  });
  effect(() => {
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
}

/** The codes of the test digits are made only while somebody looks at what is found from them. */
export function wantCodesWhileOpen(details: HTMLDetailsElement, by: string, send: Send) {
  details.addEventListener('toggle', () => send({ do: 'want codes', by, wanted: details.open }));
}
