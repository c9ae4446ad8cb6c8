// More than two latent dimensions: two of them are chosen for the map, or the principal axes of the test digits' codes.

import { effect } from '@preact/signals-core';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import { find, option } from '../../ui/dom';
import { text } from '../../ui/text';
import { latentName } from '../../ui/words';

export function chooseAxes(state: State, send: Send) {
  const choice = find(HTMLElement, '#axes-choice');
  const across = find(HTMLSelectElement, '#axis-across');
  const up = find(HTMLSelectElement, '#axis-up');

  effect(() => {
    const size = state.model.shown.value?.summary.config.latentSize ?? 0;
    choice.hidden = size <= 2;
    if (across.length === size) return;
    for (const select of [across, up]) {
      select.replaceChildren(
        ...Array.from({ length: size }, (_, axis) => option(String(axis), latentName(axis))),
      );
    }
  });
  effect(() => {
    state.model.shown.value;
    const [x, y] = state.plane.axes.value;
    across.value = String(x);
    up.value = String(y);
    across.disabled = up.disabled = state.plane.principal.value;
  });
  // Choosing the other's axis swaps the two.
  across.addEventListener('change', () => {
    const [x, y] = state.plane.axes.peek();
    const chosen = Number(across.value);
    send({ do: 'choose axes', axes: [chosen, chosen === y ? x : y] });
  });
  up.addEventListener('change', () => {
    const [x, y] = state.plane.axes.peek();
    const chosen = Number(up.value);
    send({ do: 'choose axes', axes: [chosen === x ? y : x, chosen] });
  });
  choosePrincipal(state, send);
}

function choosePrincipal(state: State, send: Send) {
  const button = find(HTMLButtonElement, '#principal-axes');
  const words = find(HTMLElement, '#principal-words');
  button.addEventListener('click', () =>
    send({ do: 'show principal axes', shown: !state.plane.principal.peek() }),
  );
  effect(() => {
    const share = state.plane.share.value;
    button.setAttribute('aria-pressed', String(state.plane.principal.value));
    words.textContent = share === undefined ? '' : text.value.map.share(Math.round(100 * share));
  });
}
