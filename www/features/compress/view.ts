// What is compressed, what it comes to, and how it came back.

import '../../app/uses/style.css';
import './panel/style.css';
import type { Mount } from '../../app/feature';
import { isStale } from '../../app/model/subject';
import { wholeModel } from '../../app/model/whole-model';
import { tellOpen } from '../../app/uses/tell-open';
import { isSameData, SITE_DATA } from '../../engine/data/spec';
import type { Packing } from '../../engine/protocol/uses';
import { find, make, option } from '../../ui/dom';
import { tiled } from '../../ui/film';
import { blankTile, paint, theme } from '../../ui/ink';
import { watch } from '../../ui/lifetime';
import { sayIn } from '../../ui/said';
import { imageAt, shownData } from '../../ui/shown-data';
import { count, decimal } from '../../ui/words';
import { packingsOf } from './packings';
import markup from './panel/markup.html?raw';
import { words } from './panel/words';
import type { Compressed } from './state';

const IMAGES = [20, 100];
/** Of a data set that has fewer test images, all. */
const MOST = 500;
/** Of those that came back, so many are shown. */
const SHOWN = 20;

export const mount: Mount = (root, context, signal) => {
  find(HTMLElement, 'div', root).innerHTML = markup;
  sayIn(root, words, signal);
  tellOpen(root, 'compress', context.send, signal);
  for (const show of [chooseWhat, showWords, showSizes, showImages]) show(root, context, signal);
};

const chooseWhat: Mount = (root, { state, send }, signal) => {
  const packing = find(HTMLSelectElement, '#compress-packing', root);
  const images = find(HTMLSelectElement, '#compress-images', root);
  const start = find(HTMLButtonElement, '#compress-start', root);
  const save = find(HTMLButtonElement, '#compress-save', root);
  watch(signal, () => {
    const all = Math.min(MOST, state.data.testSamples.value ?? MOST);
    const offered = [...IMAGES.filter((number) => number < all), all];
    images.replaceChildren(...offered.map((number) => option(String(number), count(number))));
  });
  const offered = () => packingsOf(state.model.shown.value?.summary.config ?? NO_MODEL);
  watch(signal, () => {
    const chosen = packing.value;
    const choices = [...offered()];
    packing.replaceChildren(...choices.map(([name, it]) => option(name, packingWords(it))));
    if (choices.some(([name]) => name === chosen)) packing.value = chosen;
    start.disabled = !wholeModel(state) || state.compress.works.value;
    save.disabled = !state.compress.shown.value;
  });
  const begin = () => {
    const chosen = offered().get(packing.value);
    if (chosen) send({ do: 'compress', packing: chosen, images: Number(images.value) });
  };
  start.addEventListener('click', begin, { signal });
  save.addEventListener('click', () => send({ do: 'save compressed' }), { signal });
};

const NO_MODEL = { likelihood: { kind: 'bernoulli' }, deterministic: true } as Parameters<
  typeof packingsOf
>[0];

function packingWords(packing: Packing): string {
  const { lossy, blackAndWhite, grey } = words.value;
  if (packing.kind === 'lossy') return lossy(String(packing.step));
  return packing.kind === 'grey' ? grey : blackAndWhite;
}

const showWords: Mount = (root, { state }, signal) => {
  const status = find(HTMLElement, '#compress-words', root);
  watch(signal, () => {
    const { works, empty, none, noneOfWhole, stale } = words.value;
    const result = state.compress.shown.value;
    const config = state.model.shown.value?.summary.config;
    const isLossy = config && !packingsOf(config).has('grey');
    const why = config?.deterministic ? none : isLossy ? noneOfWhole : empty;
    const said = result ? resultWords(result) : why;
    status.textContent = state.compress.works.value
      ? works
      : isStale(result?.subject, state)
        ? `${said} ${stale}`
        : said;
  });
};

function resultWords({ images, packing, packed }: Compressed): string {
  const { exact, lost, levels } = words.value;
  return packing.kind === 'lossy'
    ? lost(count(images), String(packing.step), decimal(packed.psnr ?? Number.NaN, 1))
    : exact(count(images), levels[packing.kind]);
}

const showSizes: Mount = (root, { state }, signal) => {
  const table = find(HTMLTableElement, '#compress-sizes', root);
  watch(signal, () => {
    const result = state.compress.shown.value;
    table.hidden = !result;
    if (!result) return;
    const { raw, gzip, model } = words.value.sources;
    const levels = result.packed.before.length;
    const bare = result.packing.kind === 'blackAndWhite' ? Math.ceil(levels / 8) : levels;
    // Of a colour image a pixel has three levels.
    const pixels = levels / (result.subject.model.data?.channels ?? 1);
    const sizes = [
      [raw, bare],
      [gzip, result.gzip],
      [model, result.packed.bytes.length],
    ] as const;
    const line = ([name, bytes]: (typeof sizes)[number]) => {
      const head = make('th', '', name);
      head.scope = 'row';
      return make(
        'tr',
        '',
        head,
        make('td', '', count(bytes)),
        make('td', '', decimal((8 * bytes) / pixels, 3)),
      );
    };
    find(HTMLTableSectionElement, 'tbody', table).replaceChildren(...sizes.map(line));
  });
};

const showImages: Mount = (root, { state }, signal) => {
  const rows = find(HTMLElement, '.rows', root);
  watch(signal, () => {
    theme.value;
    const result = state.compress.shown.value;
    const { before, after } = words.value;
    // Of other data, nothing here knows the sides of a picture.
    const isShown = isSameData(result?.subject.model.data ?? SITE_DATA, shownData.value);
    const both =
      result && isShown
        ? ([
            [before, result.packed.before, '--input'],
            [after, result.packed.after, '--output'],
          ] as const)
        : [];
    const shown = Math.min(SHOWN, result?.images ?? 0);
    rows.replaceChildren(...both.map(([name, images, hue]) => rowOf(name, images, hue, shown)));
  });
};

function rowOf(name: string, images: Uint8Array, hue: '--input' | '--output', shown: number) {
  const canvas = blankTile();
  const first = images.subarray(0, shown * imageAt(images, 0).length);
  paint(canvas, tiled(first, shown), hue, shown);
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', words.value.picture(name, shown));
  return make('figure', '', canvas, make('figcaption', '', name));
}
