// The panel's texts in the language that is chosen: they are no part of the page's first script.

import { hasTexts, hasWords, isImage } from '../../../engine/data/spec';
import type { DataSpec } from '../../../engine/protocol';
import type {
  LineLeftOut,
  LinesRefused,
  TasteRefused,
  TextsRefused,
  Why,
} from '../../../engine/protocol/importer';
import { wordsOf } from '../../../ui/text/panel-words';
import { count } from '../../../ui/words';
import { longestOf } from '../../../ui/written';
import { en, type Words } from './en';
import { zh } from './zh';

export type { Words };

export const words = wordsOf<Words>(en, zh);

/** The readers call pictures “?” whose class nobody says. */
export const className = ({ classes }: DataSpec, label: number, { unlabelled }: Words) =>
  classes[label] === '?' ? unlabelled : (classes[label] ?? String(label));

export const pixelsWords = ({ width, height, channels }: DataSpec, { pixels }: Words) =>
  pixels(sidesWords([width, height]), channels === 3);

/** How much of it there is in a row. */
export function sizeOfRow(data: DataSpec, said: Words): string {
  if (isImage(data)) return pixelsWords(data, said);
  if (hasTexts(data)) return said.charactersOf(count(longestOf(data)));
  return (hasWords(data) ? said.wordsOf : said.items)(count(data.width));
}

const GIGABYTE = 2 ** 30;
const MEGABYTE = 2 ** 20;
const sizeWords = (bytes: number) =>
  bytes >= GIGABYTE ? `${Math.floor(bytes / GIGABYTE)} GB` : `${Math.floor(bytes / MEGABYTE)} MB`;
const sidesWords = (sides: readonly number[]) => sides.map(count).join(' × ');

/** The same of a table of tastes. */
export function tasteWhyWords(why: TasteRefused, said: Words): string {
  const words = said.tasteWhy;
  switch (why.kind) {
    case 'file':
      return whyWords(why.why, said);
    case 'columns':
      return words.columns;
    case 'fields':
      return words.fields(count(why.line), count(why.expected), count(why.came));
    case 'rating':
      return words.rating(count(why.line), why.came);
    case 'twice':
      return words.twice(count(why.line), why.person, why.item);
    case 'noItems':
      return words.noItems;
    case 'tooMany':
      return words.tooMany(count(why.most), count(why.came));
    case 'allAlike':
      return words.allAlike;
    case 'few':
      return words.few([why.items, why.people].map(count), [why.ofItems, why.ofPeople].map(count));
  }
}

/** And of a table of texts. */
export function textsWhyWords(why: TextsRefused, said: Words): string {
  const words = said.textsWhy;
  switch (why.kind) {
    case 'file':
      return whyWords(why.why, said);
    case 'columns':
      return words.columns;
    case 'fields':
      return said.tasteWhy.fields(count(why.line), count(why.expected), count(why.came));
    case 'classes':
      return words.classes(count(why.most), count(why.came));
    case 'long':
      return words.long(count(why.line), count(why.most));
    case 'otherClasses':
      return words.otherClasses(why.expected, why.came);
    case 'few':
      return words.few(count(why.words), count(why.texts), count(why.ofTexts));
  }
}

/** And of a file of lines. */
export function linesWhyWords(why: LinesRefused, said: Words): string {
  const words = said.linesWhy;
  switch (why.kind) {
    case 'file':
      return whyWords(why.why, said);
    case 'noText':
      return words.noText(count(why.line));
    case 'few':
      return (
        words.few(count(why.came), count(why.lines), count(why.longest)) +
        (why.first ? ` ${words.first(lineWords(why.first, said))}` : '')
      );
    case 'many':
      return words.many(count(why.most));
    case 'characters':
      return words.characters(count(why.most), count(why.came));
  }
}

/** Which line is none, and why. */
export function lineWords({ line, why }: LineLeftOut, { lineWhy }: Words): string {
  switch (why.kind) {
    case 'empty':
      return lineWhy.empty(count(line));
    case 'long':
      return lineWhy.long(count(line), count(why.most), count(why.came));
    case 'control':
      return lineWhy.control(count(line), why.code.toString(16).toUpperCase().padStart(4, '0'));
    case 'colour':
      return lineWhy.colour(count(line), why.came);
    case 'mixed':
      return lineWhy.mixed(count(line), why.coloured);
  }
}

/** What was expected, and what came. */
export function whyWords(why: Why, { why: said }: Words): string {
  switch (why.kind) {
    case 'unknown':
      return said.unknown;
    case 'empty':
      return said.empty;
    case 'damaged':
      return said.damaged(why.message);
    case 'tooLarge':
      return said.tooLarge(count(why.most));
    case 'mixed':
      return said.mixed(sidesWords(why.expected), sidesWords(why.came));
    case 'bomb':
      return said.bomb(sizeWords(why.most));
    case 'shape':
      return said.shape(why.sizes.join(', '));
    case 'row':
      return said.row(count(why.numbers));
    case 'value':
      return said.value(why.came);
    case 'labels':
      return said.labels(count(why.expected), count(why.came));
    case 'tooMany':
      return said.tooMany(count(why.most), count(why.left));
  }
}
