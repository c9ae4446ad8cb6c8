// The path from A to B: its ends, its film strip, and what sets z going.

import { computed } from '@preact/signals-core';
import type { Mount } from '../../app/feature';
import { find, option } from '../../ui/dom';
import { bringIntoView } from '../../ui/in-view';
import { onEscape } from '../../ui/keys';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { showEnd } from './path-end';
import { showFilm } from './show-film';
import { showMotion } from './show-motion';
import { SPEEDS, type TourScope } from './state';

export const mount: Mount = (root, context, signal) => {
  showEnd('a', find(HTMLElement, '#end-a', root), context, signal);
  showEnd('b', find(HTMLElement, '#end-b', root), context, signal);
  for (const show of [showFilm, showMotion, showPath, showTour]) show(root, context, signal);
};

const showPath: Mount = (root, { state, send }, signal) => {
  const interpolation = find(HTMLSelectElement, '#interpolation', root);
  watch(signal, () => {
    interpolation.value = state.paths.interpolation.value;
  });
  const choose = () =>
    send({
      do: 'choose interpolation',
      interpolation: interpolation.value === 'spherical' ? 'spherical' : 'linear',
    });
  interpolation.addEventListener('change', choose, { signal });

  const draw = find(HTMLButtonElement, '#draw-path', root);
  watch(signal, () => draw.setAttribute('aria-pressed', String(state.paths.drawing.value)));
  const map = find(HTMLElement, '#map');
  /** Nobody draws with a key, or on a map that is out of sight. */
  const toggle = ({ detail }: MouseEvent) => {
    send({ do: 'draw path', drawing: !state.paths.drawing.peek(), byKey: detail === 0 });
    if (state.paths.drawing.peek()) bringIntoView(map);
  };
  draw.addEventListener('click', toggle, { signal });
  onEscape(signal, () => {
    if (state.paths.drawing.peek()) send({ do: 'draw path', drawing: false });
  });
  const swap = find(HTMLButtonElement, '#swap-ends', root);
  swap.addEventListener('click', () => send({ do: 'swap ends' }), { signal });
};

/** How fast z goes, and where a tour goes to. */
const showTour: Mount = (root, { state, send }, signal) => {
  const speed = find(HTMLSelectElement, '#path-speed', root);
  watch(signal, () => {
    const { speedOf } = text.value.paths;
    speed.replaceChildren(...SPEEDS.map((one) => option(String(one), speedOf(one))));
    speed.value = String(state.paths.speed.value);
  });
  const setSpeed = () => send({ do: 'choose speed', speed: Number(speed.value) });
  speed.addEventListener('change', setSpeed, { signal });

  const scope = find(HTMLSelectElement, '#tour-scope', root);
  const choice = find(HTMLElement, '#tour-scope-choice', root);
  const planar = computed(() => state.latent.z.value.length <= 2);
  watch(signal, () => {
    choice.hidden = planar.value;
    scope.value = state.paths.tourScope.value;
  });
  const setScope = () => send({ do: 'choose tour', scope: scope.value as TourScope });
  scope.addEventListener('change', setScope, { signal });
};
