// The class of the picture, the nearest training images, groups of test images, and what few labels are worth.

import '../../app/uses/style.css';
import './panel/style.css';
import { CODES } from '../../app/codes/state';
import type { Mount } from '../../app/feature';
import { showPictures } from '../../app/uses/restored';
import { tellOpen } from '../../app/uses/tell-open';
import { find } from '../../ui/dom';
import { theme } from '../../ui/ink';
import { watch } from '../../ui/lifetime';
import { sayIn } from '../../ui/said';
import { hasShortNames, nameOfClass } from '../../ui/shown-data';
import { count, decimal } from '../../ui/words';
import { mountHand } from './by-hand/view';
import markup from './panel/markup.html?raw';
import { words } from './panel/words';
import type { ColouredBy, Sorted } from './state';
import { fillShares } from './table';

/** A class of which nobody is so sure is left out. */
const WORTH_SAYING = 0.005;

export const mount: Mount = (root, context, signal) => {
  find(HTMLElement, 'div', root).innerHTML = markup;
  sayIn(root, words, signal);
  tellOpen(root, 'sort', context.send, signal);
  for (const show of [showWords, showConfidences, showNearest, showGroups, chooseColour, showFew, mountHand])
    show(root, context, signal);
};

const showWords: Mount = (root, { state }, signal) => {
  const status = find(HTMLElement, '#sort-words', root);
  const progress = find(HTMLProgressElement, '#sort-progress', root);
  watch(signal, () => {
    const { learning, empty, conditional, join, end } = words.value;
    const { found, waits } = state.sort;
    const { encoded, sorted = [] } = found.value ?? {};
    progress.hidden = !waits.value;
    if (encoded?.all) Object.assign(progress, { max: encoded.all, value: encoded.done });
    else progress.removeAttribute('value');
    const isLearning = encoded && encoded.done < encoded.all;
    // Every thousand is worth saying.
    const done = encoded && count(Math.floor(encoded.done / 1000) * 1000);
    const said = isLearning
      ? learning(done ?? '', count(encoded.all))
      : sorted.length > 0
        ? sorted.map(sortedWords).join(join) + end
        : waits.value
          ? ''
          : empty;
    const isConditional = state.model.shown.value?.summary.config.conditional;
    const all = isConditional ? `${said} ${conditional}` : said;
    if (status.textContent !== all) status.textContent = all;
  });
};

function sortedWords({ by, confidences }: Sorted): string {
  const surest = Math.max(...confidences);
  const { said, by: ways } = words.value;
  return said(nameOfClass(confidences.indexOf(surest)), Math.round(100 * surest), ways[by]);
}

const showConfidences: Mount = (root, { state }, signal) => {
  const table = find(HTMLTableElement, '#sort-confidences', root);
  watch(signal, () => {
    const sorted = state.sort.found.value?.sorted ?? [];
    table.hidden = sorted.length === 0;
    const sureness = (label: number) => Math.max(...sorted.map(({ confidences }) => confidences[label] ?? 0));
    const classes = Array.from(sorted[0]?.confidences ?? [], (_, label) => label)
      .filter((label) => sureness(label) > WORTH_SAYING)
      .sort((one, other) => sureness(other) - sureness(one));
    fillShares(table, {
      heads: [words.value.class, ...sorted.map(({ by }) => words.value.by[by])],
      lines: classes.map((label) => ({
        name: nameOfClass(label),
        shares: sorted.map(({ confidences }) => confidences[label] ?? 0),
      })),
      digits: 0,
    });
  });
};

const showNearest: Mount = (root, { state }, signal) => {
  const part = find(HTMLElement, '#sort-nearest', root);
  const tiles = find(HTMLElement, '.tries', part);
  watch(signal, () => {
    theme.value;
    const nearest = state.sort.found.value?.nearest ?? [];
    part.hidden = nearest.length === 0;
    const named = nearest.map(({ pixels, label }) => ({ name: nameOfClass(label), pixels }));
    showPictures(
      tiles,
      named.map((one) => ({ ...one, figures: [], ofModel: false, best: false })),
    );
  });
};

const showGroups: Mount = (root, { state }, signal) => {
  const part = find(HTMLElement, '#sort-of-model', root);
  const said = find(HTMLElement, '#sort-groups', root);
  watch(signal, () => {
    const grouped = state.sort.ofModel.value?.grouped;
    part.hidden = !grouped;
    if (!grouped) return;
    const { kMeansRandIndex, mixtureRandIndex, kMeans } = grouped;
    said.textContent = words.value.randIndex(
      decimal(kMeansRandIndex, 2),
      decimal(mixtureRandIndex, 2),
      count(kMeans.length),
    );
  });
};

const chooseColour: Mount = (root, { state, send }, signal) => {
  for (const radio of root.querySelectorAll<HTMLInputElement>('#sort-colours input')) {
    const choose = () => {
      send({ do: 'colour codes', by: radio.value as ColouredBy });
      send({ do: 'switch layer', id: 'digits', on: true });
    };
    radio.addEventListener('change', choose, { signal });
    watch(signal, () => {
      radio.checked = state.sort.colouredBy.value === radio.value;
    });
  }
  const note = find(HTMLElement, '#sort-on-map', root);
  watch(signal, () => {
    const { onMap, onMapByNumber } = words.value;
    note.textContent = hasShortNames() ? onMap : onMapByNumber;
  });
};

const showFew: Mount = (root, { state }, signal) => {
  const table = find(HTMLTableElement, '#sort-few', root);
  const note = find(HTMLElement, '#sort-few-words', root);
  watch(signal, () => {
    const { labels, by, fewWords } = words.value;
    const { few = [], grouped } = state.sort.ofModel.value ?? {};
    table.hidden = note.hidden = few.length === 0;
    fillShares(table, {
      heads: [labels, by.neighbours, by.probe],
      lines: few.map((told) => ({ name: count(told.labels), shares: [told.neighbours, told.probe] })),
      digits: 1,
    });
    note.textContent = fewWords(count(grouped?.kMeans.length ?? CODES));
  });
};
