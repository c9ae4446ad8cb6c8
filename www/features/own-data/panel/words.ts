// The panel's texts in the language that is chosen: they are no part of the page's first script.

import type { DataSpec } from '../../../engine/protocol';
import type { Why } from '../../../engine/protocol/importer';
import { wordsOf } from '../../../ui/text/panel-words';
import { count } from '../../../ui/words';
import { en, type Words } from './en';
import { zh } from './zh';

export type { Words };

export const words = wordsOf<Words>(en, zh);

/** The readers call pictures “?” whose class nobody says. */
export const className = ({ classes }: DataSpec, label: number, { unlabelled }: Words) =>
  classes[label] === '?' ? unlabelled : (classes[label] ?? String(label));

export const pixelsWords = ({ width, height, channels }: DataSpec, { pixels }: Words) =>
  pixels(sidesWords([width, height]), channels === 3);

const GIGABYTE = 2 ** 30;
const MEGABYTE = 2 ** 20;
const sizeWords = (bytes: number) =>
  bytes >= GIGABYTE ? `${Math.floor(bytes / GIGABYTE)} GB` : `${Math.floor(bytes / MEGABYTE)} MB`;
const sidesWords = (sides: readonly number[]) => sides.map(count).join(' × ');

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
