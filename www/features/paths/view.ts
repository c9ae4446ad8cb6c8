// The path from A to B: its ends, its film strip, and what sets z going.

import { computed, effect } from '@preact/signals-core';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import { find, onFrame, option } from '../../ui/dom';
import { tiled } from '../../ui/film';
import { paint, theme } from '../../ui/ink';
import { nameOf } from '../../ui/keys';
import { prefersStillness } from '../../ui/stillness';
import { text } from '../../ui/text';
import { pointWords } from '../../ui/words';
import { showArithmetic } from '../arithmetic/view';
import { showDirections } from '../directions/view';
import { showExport } from '../export/view';
import { TILES } from './follow';
import { showEnd } from './path-end';
import { describePath } from './path-words';
import { SPEEDS, type TourScope } from './state';

export function showPaths(state: State, send: Send) {
  showEnd('a', state, send);
  showEnd('b', state, send);
  showFilm(state, send);
  showMotion(state, send);
  showChoices(state, send);
  showArithmetic(state, send);
  showDirections(state, send);
  showExport(state, send);
}

function showFilm(state: State, send: Send) {
  const canvas = find(HTMLCanvasElement, '#film-strip');
  const along = find(HTMLInputElement, '#along');
  const words = find(HTMLElement, '#film-words');

  const repaint = onFrame(() => {
    const film = state.paths.film.peek();
    if (film) paint(canvas, tiled(film.images, TILES), '--output', TILES);
  });
  effect(() => {
    theme.value;
    if (state.paths.film.value) repaint();
  });
  effect(() => {
    const strings = text.value.paths;
    const ends = state.paths.ends.value;
    if (!ends) return;
    canvas.setAttribute('aria-label', strings.film(pointWords(ends.a.z), pointWords(ends.b.z)));
    const moving = state.paths.moving.value;
    if (state.paths.drawing.value) words.textContent = strings.drawWords;
    else if (moving) words.textContent = moving === 'tour' ? strings.tourWords : strings.pathWords;
    else words.textContent = describePath(ends, state.paths.interpolation.value, strings);
  });

  const setAlong = onFrame(() => {
    const t = state.paths.along.peek();
    along.value = String(t);
    along.setAttribute('aria-valuetext', text.peek().paths.percent(Math.round(100 * t)));
  });
  effect(() => {
    text.value;
    state.paths.along.value;
    setAlong();
  });
  along.addEventListener('input', (event) =>
    send({ do: 'go along', t: Number(along.value), since: event.timeStamp }),
  );
  canvas.addEventListener('click', (event) => {
    const tile = Math.floor((event.offsetX / canvas.clientWidth) * TILES);
    send({ do: 'go along', t: Math.max(0, Math.min(1, tile / (TILES - 1))), since: event.timeStamp });
  });
}

/** Whatever else a person touches holds z still. */
function showMotion(state: State, send: Send) {
  const play = find(HTMLButtonElement, '#play-path');
  const tour = find(HTMLButtonElement, '#tour');
  effect(() => {
    const { value: moving } = state.paths.moving;
    const strings = text.value.paths;
    play.textContent = prefersStillness()
      ? strings.nextStep
      : moving === 'path'
        ? strings.pause
        : strings.play;
    play.setAttribute('aria-pressed', String(moving === 'path'));
    tour.textContent = prefersStillness() ? strings.nextPlace : strings.tour;
    tour.setAttribute('aria-pressed', String(moving === 'tour'));
  });
  const toggle = (kind: 'play' | 'tour', moving: 'path' | 'tour') => () =>
    send({ do: state.paths.moving.peek() === moving ? 'hold still' : kind });
  play.addEventListener('click', toggle('play', 'path'));
  tour.addEventListener('click', toggle('tour', 'tour'));

  const controls = find(HTMLElement, '.path-controls');
  const holdUnless = (spared: boolean) => {
    if (state.paths.moving.peek() && !spared) send({ do: 'hold still' });
  };
  const isOwn = (target: EventTarget | null) => target instanceof Node && controls.contains(target);
  document.addEventListener('pointerdown', ({ target }) => holdUnless(isOwn(target)));
  document.addEventListener('keydown', (event) => {
    const key = nameOf(event);
    // The controls' own keys press their buttons.
    const presses = controls.querySelector(`[aria-keyshortcuts="${CSS.escape(key)}"]`) !== null;
    holdUnless(key !== 'Escape' && (isOwn(event.target) || presses));
  });
}

function showChoices(state: State, send: Send) {
  const interpolation = find(HTMLSelectElement, '#interpolation');
  const speed = find(HTMLSelectElement, '#path-speed');
  const scope = find(HTMLSelectElement, '#tour-scope');

  effect(() => {
    interpolation.value = state.paths.interpolation.value;
  });
  interpolation.addEventListener('change', () =>
    send({
      do: 'choose interpolation',
      interpolation: interpolation.value === 'spherical' ? 'spherical' : 'linear',
    }),
  );
  effect(() => {
    const { speedOf } = text.value.paths;
    speed.replaceChildren(...SPEEDS.map((one) => option(String(one), speedOf(one))));
    speed.value = String(state.paths.speed.value);
  });
  speed.addEventListener('change', () => send({ do: 'choose speed', speed: Number(speed.value) }));
  const draw = find(HTMLButtonElement, '#draw-path');
  effect(() => draw.setAttribute('aria-pressed', String(state.paths.drawing.value)));
  draw.addEventListener('click', () => send({ do: 'draw path', drawing: !state.paths.drawing.peek() }));
  find(HTMLButtonElement, '#swap-ends').addEventListener('click', () => send({ do: 'swap ends' }));

  const planar = computed(() => state.latent.z.value.length <= 2);
  effect(() => {
    find(HTMLElement, '#tour-scope-choice').hidden = planar.value;
    scope.value = state.paths.tourScope.value;
  });
  scope.addEventListener('change', () => send({ do: 'choose tour', scope: scope.value as TourScope }));
}
