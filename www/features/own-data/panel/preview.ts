// What was read, before it is used: a contact sheet, and how many pictures each class has.

import type { Mount } from '../../../app/feature';
import type { DataSpec } from '../../../engine/protocol';
import type {
  Imported,
  ImportedLines,
  ImportedSet,
  ImportedTastes,
  ImportedTexts,
  Unread,
  UnreadLines,
  UnreadTexts,
} from '../../../engine/protocol/importer';
import { find, make } from '../../../ui/dom';
import { theme } from '../../../ui/ink';
import { watch } from '../../../ui/lifetime';
import { count, labelled, listed, sentences } from '../../../ui/words';
import { longestOf } from '../../../ui/written';
import { type Preview, usable } from '../state';
import { drawSheet } from './sheet';
import {
  className,
  linesWhyWords,
  lineWords,
  pixelsWords,
  tasteWhyWords,
  textsWhyWords,
  type Words,
  words,
} from './words';

/** Classes that are named one by one. */
const MOST_NAMED = 8;

export const showPreview: Mount = (root, { state: { ownData }, send }, signal) => {
  const box = find(HTMLElement, '#own-preview', root);
  const name = find(HTMLInputElement, '#own-name', root);
  const use = find(HTMLButtonElement, '#own-use', root);
  use.addEventListener('click', () => send({ do: 'use own data', name: name.value.trim() }), { signal });
  find(HTMLButtonElement, '#own-leave', root).addEventListener(
    'click',
    () => send({ do: 'leave own data' }),
    { signal },
  );
  watch(signal, () => {
    const preview = ownData.preview.value;
    const set = usable(preview?.set);
    const hadFocus = box.contains(document.activeElement);
    box.hidden = !set;
    if (!set && hadFocus) find(HTMLElement, '#own-files', root).focus();
    find(HTMLElement, '#own-wrong', root).textContent = preview ? wrongWords(preview, words.value) : '';
    if (!set) return;
    find(HTMLElement, '.seen', box).hidden = !isOfPictures(set);
    find(HTMLElement, '#own-summary', root).textContent = wordsOf(set, words.value);
    if (!isOfPictures(set)) return;
    fillCounts(find(HTMLTableSectionElement, '#own-counts tbody', root), set, words.value);
  });
  watch(signal, () => {
    use.disabled = ownData.reading.value !== undefined;
  });
  // What somebody typed stays as long as the same files are read.
  watch(signal, () => {
    const named = ownData.preview.value?.name || words.value.unnamed;
    if (named === name.defaultValue) return;
    name.defaultValue = named;
    name.value = named;
  });
  const sheet = find(HTMLCanvasElement, '#own-sheet', root);
  watch(signal, () => {
    theme.value;
    const set = usable(ownData.preview.value?.set);
    if (!set || !isOfPictures(set)) return;
    drawSheet(sheet, set);
    const classes = [...set.sheet.labels].map((label) => className(set.data, label, words.value));
    sheet.ariaLabel = words.value.sheet(count(classes.length), listed(classes));
  });
};

function wordsOf(set: Imported, said: Words): string {
  if (isOfPictures(set)) return summaryWords(set, said);
  if ('lines' in set) return linesWords(set, said);
  return 'texts' in set ? textsWords(set, said) : tastesWords(set, said);
}

const isOfPictures = (set: Imported): set is ImportedSet => 'sheet' in set;

function wrongWords({ set, pictures }: Preview, said: Words): string {
  if (typeof set === 'object') return 'why' in set ? labelled(set.name, refusalOf(set, said)) : '';
  if (set === 'few pictures') return said.few(count(pictures));
  return set === 'many classes' ? said.many : '';
}

function refusalOf(unread: Unread | UnreadTexts | UnreadLines, said: Words): string {
  if (!('of' in unread)) return tasteWhyWords(unread.why, said);
  return unread.of === 'texts' ? textsWhyWords(unread.why, said) : linesWhyWords(unread.why, said);
}

const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);

export function summaryWords({ data, counts, inverted }: ImportedSet, said: Words): string {
  const { length: classes } = data.classes;
  const size = pixelsWords(data, said);
  const named = said.classesOf(count(classes), classes === 1);
  const summary = said.summary(count(sum(counts.train)), count(sum(counts.t10k)), named, size);
  const all = sum(counts.train) + sum(counts.t10k);
  const ink = inverted > 0 ? said.inverted(inverted < all ? count(inverted) : undefined) : undefined;
  return sentences(summary, ink, untestedWords(data, counts, said));
}

export function tastesWords({ data, people, likes, favourites }: ImportedTastes, said: Words): string {
  const summary = said.tastes(count(people.train), count(people.t10k), count(data.width), count(likes));
  return sentences(
    summary,
    said.favourites(favourites.map(({ item, people }) => labelled(item, count(people)))),
  );
}

export function textsWords({ data, texts, leftOut, commonest }: ImportedTexts, said: Words): string {
  const sizes = [texts.train, texts.t10k, data.width].map(count) as [string, string, string];
  const classes = said.classesOf(count(data.classes.length), data.classes.length === 1);
  const summary = (data.terms === 'bigrams' ? said.bigrams : said.texts)(...sizes, classes);
  return sentences(
    summary,
    leftOut > 0 ? said.wordless(count(leftOut)) : undefined,
    said.commonest(commonest),
  );
}

/** Texts that are told of, as the first ones. */
const BEGINNING = 3;

export function linesWords(set: ImportedLines, said: Words): string {
  const { data, lines, again, leftOut, refusals, first } = set;
  const [train, test] = [count(lines.train), count(lines.t10k)];
  const characters = count(data.items?.length ?? 0);
  const [wrong] = leftOut;
  return sentences(
    said.lines(train, test, count(longestOf(data)), characters, data.colour ?? false),
    said.firstLines(first.slice(0, BEGINNING)),
    again > 0 ? said.again(count(again)) : undefined,
    wrong && said.leftOutLines(count(refusals), lineWords(wrong, said)),
  );
}

/** The classes that are trained on alone. */
function untestedWords(data: DataSpec, { train, t10k }: ImportedSet['counts'], said: Words) {
  const labels = [...data.classes.keys()].filter((label) => (train[label] ?? 0) > 0 && !t10k[label]);
  const named = labels.slice(0, MOST_NAMED).map((label) => className(data, label, said));
  if (labels.length > MOST_NAMED) named.push('…');
  return labels.length > 0 ? said.untested(named, labels.length === 1) : undefined;
}

function fillCounts(body: HTMLElement, { data, counts }: ImportedSet, said: Words) {
  const most = Math.max(...counts.train, 1);
  const rows = data.classes.map((_, label) => {
    const name = make('th', '', className(data, label, said));
    name.scope = 'row';
    const bar = make('span', 'count-bar');
    bar.style.setProperty('--part', String((counts.train[label] ?? 0) / most));
    const [train, test] = [counts.train[label] ?? 0, counts.t10k[label] ?? 0].map(count);
    return make('tr', '', name, make('td', 'figure', train ?? '', bar), make('td', 'figure', test ?? ''));
  });
  body.replaceChildren(...rows);
}
