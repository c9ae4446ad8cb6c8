// The element's inside: brought to life until the signal aborts.

import { find, later } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { pixelsOf } from '../../ui/pixels';
import tokens from '../../ui/styles/tokens.css?inline';
import { showMap } from './map';
import markup from './markup.html?raw';
import { inkOf } from './paint';
import { showSliders } from './sliders';
import type { Parts } from './state';
import style from './style.css?inline';
import { theme } from './theme';
import { shownNumber } from './z';

/** Its content, once. A strict policy of the page forbids a style element, but not a sheet. */
export function furnish(root: ShadowRoot) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokens.replaceAll(':root', ':host') + style);
  root.adoptedStyleSheets = [sheet];
  root.innerHTML = markup;
}

export function mount(parts: Parts) {
  const { root, signal, state } = parts;
  showMap(parts);
  showSliders(parts);
  showImage(parts);
  showStatus(parts);
  const map = find(HTMLElement, '#map', root);
  watch(signal, () => {
    const words = state.words.value;
    map.ariaLabel = words.map;
    map.setAttribute('aria-roledescription', words.mapRole);
    find(HTMLElement, '#help', root).textContent = words.help;
    find(HTMLElement, '#image', root).ariaLabel = words.decoded;
  });
}

function showImage({ root, state, signal }: Parts) {
  const canvas = find(HTMLCanvasElement, '#image', root);
  const reading = find(HTMLElement, '#reading', root);
  watch(signal, () => {
    theme.value;
    const [image, model] = [state.image.value, state.model.value];
    if (!image || !model) return;
    const pixels = pixelsOf(image, model.summary.data, inkOf(canvas));
    const { width, height } = pixels;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    canvas.getContext('2d')?.putImageData(pixels, 0, 0);
  });
  // It is read out: not at every move.
  const read = later(() => {
    const [first, ...rest] = state.z.peek().map(shownNumber);
    reading.textContent =
      rest.length > 2 ? `z = (${first}, ${rest[0]}, …)` : `z = (${[first, ...rest].join(', ')})`;
  }, signal);
  watch(signal, () => {
    if (state.z.value.length > 0 && state.model.value) read();
  });
}

function showStatus({ root, state, signal, tryAgain }: Parts) {
  const status = find(HTMLElement, '#status', root);
  const again = find(HTMLButtonElement, '#again', root);
  again.addEventListener('click', tryAgain, { signal });
  watch(signal, () => {
    const words = state.words.value;
    const problem = state.problem.value;
    status.textContent = problem ?? (state.model.value ? '' : words.loading);
    status.classList.toggle('problem', problem !== undefined);
    again.textContent = words.again;
    again.hidden = problem === undefined;
  });
}
