// More than two latent dimensions: two of them are chosen for the map, or the principal axes of the test digits' codes.

import { effect } from '@preact/signals-core';
import type { Send } from '../../commands';
import type { State } from '../../store';
import { text } from '../../text';
import { find, option } from '../dom';
import { latentName } from '../words';

export function chooseAxes(state: State, send: Send) {
  const choice = find(HTMLElement, '#axes-choice');
  const across = find(HTMLSelectElement, '#axis-across');
  const up = find(HTMLSelectElement, '#axis-up');

  effect(() => {
    const size = state.model.value?.summary.config.latentSize ?? 0;
    choice.hidden = size <= 2;
    if (across.length === size) return;
    for (const select of [across, up]) {
      select.replaceChildren(
        ...Array.from({ length: size }, (_, axis) => option(String(axis), latentName(axis))),
      );
    }
  });
  effect(() => {
    state.model.value;
    const [x, y] = state.axes.value;
    across.value = String(x);
    up.value = String(y);
    across.disabled = up.disabled = state.principal.value;
  });
  // Choosing the other's axis swaps the two.
  across.addEventListener('change', () => {
    const [x, y] = state.axes.peek();
    const chosen = Number(across.value);
    send({ do: 'choose axes', axes: [chosen, chosen === y ? x : y] });
  });
  up.addEventListener('change', () => {
    const [x, y] = state.axes.peek();
    const chosen = Number(up.value);
    send({ do: 'choose axes', axes: [chosen === x ? y : x, chosen] });
  });
  choosePrincipal(state, send);
}

function choosePrincipal(state: State, send: Send) {
  const button = find(HTMLButtonElement, '#principal-axes');
  const words = find(HTMLElement, '#principal-words');
  button.addEventListener('click', () => send({ do: 'show principal axes', shown: !state.principal.peek() }));
  effect(() => {
    const share = state.principalShare.value;
    button.setAttribute('aria-pressed', String(state.principal.value));
    words.textContent = share === undefined ? '' : text.value.map.share(Math.round(100 * share));
  });
}
