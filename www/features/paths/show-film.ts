// The film strip, in words too, and where on it z was put.

import type { Mount, PanelContext } from '../../app/feature';
import { isImage } from '../../engine/data/spec';
import { find, make, onFrame } from '../../ui/dom';
import { tiled } from '../../ui/film';
import { paint, theme } from '../../ui/ink';
import { watch } from '../../ui/lifetime';
import { shownData } from '../../ui/shown-data';
import { text } from '../../ui/text';
import { pointWords } from '../../ui/words';
import { TILES } from './follow';
import { describePath } from './path-words';

export const showFilm: Mount = (root, context, signal) => {
  showStrip(root, context, signal);
  showStations(root, context, signal);
  showWords(root, context, signal);
  showPlace(root, context, signal);
};

const showStrip: Mount = (root, { state, send }, signal) => {
  const canvas = find(HTMLCanvasElement, '#film-strip', root);
  const repaint = onFrame(() => {
    const film = state.paths.film.peek();
    if (film) paint(canvas, tiled(film.images, TILES), '--output', TILES);
  }, signal);
  watch(signal, () => {
    theme.value;
    if (state.paths.film.value) repaint();
  });
  watch(signal, () => {
    const ends = state.paths.ends.value;
    if (!ends) return;
    canvas.role = 'img';
    canvas.ariaLabel = text.value.paths.film(pointWords(ends.a.z), pointWords(ends.b.z));
  });
  const goTo = (event: MouseEvent) => {
    const tile = Math.floor((event.offsetX / canvas.clientWidth) * TILES);
    send({ do: 'go along', t: Math.max(0, Math.min(1, tile / (TILES - 1))), since: event.timeStamp });
  };
  canvas.addEventListener('click', goTo, { signal });
};

/** Of a model of items or texts the way is told in words; each station brings z there. */
const showStations: Mount = (root, { state, send }, signal) => {
  const canvas = find(HTMLCanvasElement, '#film-strip', root);
  const list = find(HTMLElement, '#path-stations', root);
  watch(signal, () => {
    list.hidden = isImage(shownData.value);
    canvas.hidden = !list.hidden;
  });
  watch(signal, () => {
    const { value: stations } = state.paths.stations;
    list.replaceChildren(...stations.map((said) => make('li', '', stationButton(said))));
  });
  const goTo = ({ target, timeStamp }: MouseEvent) => {
    const station = target instanceof Element ? target.closest('li') : null;
    if (!station) return;
    const t = [...list.children].indexOf(station) / (list.childElementCount - 1);
    send({ do: 'go along', t, since: timeStamp });
  };
  list.addEventListener('click', goTo, { signal });
};

function stationButton(said: readonly string[]) {
  const button = make('button', '', ...said.map((words) => make('span', '', words)));
  button.type = 'button';
  return button;
}

const showWords: Mount = (root, { state }, signal) => {
  const words = find(HTMLElement, '#film-words', root);
  watch(signal, () => {
    const said = wordsOf(state);
    if (said !== undefined) words.textContent = said;
  });
};

function wordsOf({ paths }: PanelContext['state']): string | undefined {
  const strings = text.value.paths;
  const moving = paths.moving.value;
  if (!paths.ends.value) return undefined;
  if (paths.drawing.value) return strings.drawWords;
  if (paths.needsPointer.value) return strings.needsPointer;
  if (moving) return moving === 'tour' ? strings.tourWords : strings.pathWords;
  return describePath(paths.ends.value, paths.interpolation.value, strings);
}

const showPlace: Mount = (root, { state, send }, signal) => {
  const along = find(HTMLInputElement, '#along', root);
  const setAlong = onFrame(() => {
    const t = state.paths.along.peek();
    along.value = String(t);
    along.setAttribute('aria-valuetext', text.peek().paths.percent(Math.round(100 * t)));
  }, signal);
  watch(signal, () => {
    text.value;
    state.paths.along.value;
    setAlong();
  });
  const go = (event: Event) => send({ do: 'go along', t: Number(along.value), since: event.timeStamp });
  along.addEventListener('input', go, { signal });
};
