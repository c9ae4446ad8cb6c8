// Two maps of the same test images, a legend, and a table of what each keeps of the neighbours.

import './panel/style.css';
import type { Mount } from '../../app/feature';
import { colourOf, scatter } from '../../app/uses/scatter';
import { tellOpen } from '../../app/uses/tell-open';
import { sizeOf } from '../../engine/data/spec';
import { find, make } from '../../ui/dom';
import { theme } from '../../ui/ink';
import { watch } from '../../ui/lifetime';
import { sayIn } from '../../ui/said';
import { shownData } from '../../ui/shown-data';
import { count, decimal } from '../../ui/words';
import markup from './panel/markup.html?raw';
import { words } from './panel/words';
import type { Kept } from './state';

export const mount: Mount = (root, context, signal) => {
  find(HTMLElement, 'div', root).innerHTML = markup;
  sayIn(root, words, signal);
  tellOpen(root, 'reduce', context.send, signal);
  for (const show of [showMaps, showClasses, showFigures, offerFiles]) show(root, context, signal);
};

const showMaps: Mount = (root, { state }, signal) => {
  const maps = find(HTMLElement, '.reduced-maps', root);
  for (const of of ['codes', 'components'] as const) {
    const canvas = find(HTMLCanvasElement, `.of-${of}`, root);
    const caption = find(HTMLElement, `.of-${of} + figcaption`, root);
    watch(signal, () => {
      theme.value;
      const found = state.reduce.reduced.value;
      maps.hidden = state.reduce.lack.value !== undefined;
      const { codesMap, pcaMap, plot } = words.value;
      const name = of === 'codes' ? codesMap(found?.dimensions ?? 2) : pcaMap;
      caption.textContent = name;
      const labels = found?.maps?.labels ?? new Uint8Array();
      canvas.setAttribute('aria-label', plot(name, count(labels.length)));
      scatter(canvas, found?.maps?.[of] ?? new Float32Array(), labels);
    });
  }
};

const showClasses: Mount = (root, _, signal) => {
  const legend = find(HTMLElement, '.reduced-classes', root);
  watch(signal, () => {
    theme.value;
    const entries = shownData.value.classes.map((name, label) => {
      const dot = make('i', '');
      dot.style.background = colourOf(label);
      return make('span', '', dot, name);
    });
    legend.setAttribute('aria-label', words.value.classes);
    legend.replaceChildren(...entries);
  });
};

const showFigures: Mount = (root, { state }, signal) => {
  const status = find(HTMLElement, '#reduce-words', root);
  const table = find(HTMLTableElement, 'table', root);
  const body = find(HTMLElement, 'tbody', root);
  watch(signal, () => {
    const { codes, components, waits, done, lacks } = words.value;
    const [found, lack] = [state.reduce.reduced.value, state.reduce.lack.value];
    const share = found?.share ?? 0;
    status.textContent = lack
      ? lacks(count(lack.images), count(lack.least))
      : found && share === 1
        ? done(count(found.maps?.labels.length ?? 0), count(found.trainings))
        : waits(Math.floor(100 * share));
    table.hidden = !found?.codes || !found.components;
    if (!found?.codes || !found.components) return;
    const { dimensions } = found;
    const many = Math.min(dimensions, sizeOf(shownData.peek()));
    body.replaceChildren(rowOf(codes(dimensions), found.codes), rowOf(components(many), found.components));
  });
};

function rowOf(name: string, { trustworthiness, neighbours }: Kept) {
  const head = make('th', '', name);
  head.scope = 'row';
  const cells = [decimal(trustworthiness, 3), `${decimal(100 * neighbours, 1)} %`];
  return make('tr', '', head, ...cells.map((cell) => make('td', '', cell)));
}

const offerFiles: Mount = (root, { send }, signal) => {
  for (const format of ['csv', 'npy'] as const) {
    const save = () => send({ do: 'save', what: 'codes-test', format, plain: false });
    find(HTMLButtonElement, `#reduce-${format}`, root).addEventListener('click', save, { signal });
  }
};
