// More than two latent dimensions: two of them are chosen for the map, or the principal axes of the test digits' codes.

import { find, option } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { latentName } from '../../ui/words';
import type { MapParts } from './parts';

export function chooseAxes(parts: MapParts) {
  const { root, state, send, signal } = parts;
  const choice = find(HTMLElement, '#axes-choice', root);
  const across = find(HTMLSelectElement, '#axis-across', root);
  const up = find(HTMLSelectElement, '#axis-up', root);

  watch(signal, () => {
    const size = state.model.shown.value?.summary.config.latentSize ?? 0;
    choice.hidden = size <= 2;
    if (across.length === size) return;
    for (const select of [across, up]) {
      select.replaceChildren(
        ...Array.from({ length: size }, (_, axis) => option(String(axis), latentName(axis))),
      );
    }
  });
  watch(signal, () => {
    state.model.shown.value;
    const [x, y] = state.plane.axes.value;
    across.value = String(x);
    up.value = String(y);
    across.disabled = up.disabled = state.plane.principal.value;
  });
  // Choosing the other's axis swaps the two.
  const chooseAcross = () => {
    const [x, y] = state.plane.axes.peek();
    const chosen = Number(across.value);
    send({ do: 'choose axes', axes: [chosen, chosen === y ? x : y] });
  };
  const chooseUp = () => {
    const [x, y] = state.plane.axes.peek();
    const chosen = Number(up.value);
    send({ do: 'choose axes', axes: [chosen === x ? y : x, chosen] });
  };
  across.addEventListener('change', chooseAcross, { signal });
  up.addEventListener('change', chooseUp, { signal });
  choosePrincipal(parts);
}

function choosePrincipal({ root, state, send, signal }: MapParts) {
  const button = find(HTMLButtonElement, '#principal-axes', root);
  const words = find(HTMLElement, '#principal-words', root);
  const turn = () => send({ do: 'show principal axes', shown: !state.plane.principal.peek() });
  button.addEventListener('click', turn, { signal });
  watch(signal, () => {
    const share = state.plane.share.value;
    button.setAttribute('aria-pressed', String(state.plane.principal.value));
    words.textContent = share === undefined ? '' : text.value.map.share(Math.round(100 * share));
  });
}
