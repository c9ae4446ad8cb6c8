// Texts as data has them: two bytes a character, all low ones and then all high ones, one more than its place in the alphabet, and
// 0 from where the text has ended. Of texts that have a colour, red, green and blue stand in the last three places of the low ones.

import type { DataSpec } from '../engine/protocol';
import { decimal } from './words';

/** Bytes of a colour. */
const COLOUR = 3;

/** Characters of a text, at most. */
export const longestOf = ({ width, colour }: DataSpec) => width - (colour ? COLOUR : 0);

export function textOf(bytes: Uint8Array, data: DataSpec): string {
  const letters: string[] = [];
  for (let place = 0; place < longestOf(data); place++) {
    const id = (bytes[place] ?? 0) + 256 * (bytes[data.width + place] ?? 0);
    if (id === 0) break;
    letters.push(data.items?.[id - 1] ?? '?');
  }
  return letters.join('');
}

/** Red, green and blue from 0 to 255; nothing where texts have no colour. */
export const colourAt = (bytes: Uint8Array, { width, colour }: DataSpec): readonly number[] | undefined =>
  colour ? Array.from(bytes.subarray(width - COLOUR, width)) : undefined;

/** Of a character, in percent: small ones to a tenth. */
export const likely = (probability: number) => decimal(100 * probability, probability < 0.1 ? 1 : 0);

/** As CSS has it. */
export const rgb = (colour: readonly number[]) => `rgb(${colour.join(' ')})`;

/** Letters of a quatrain's lines: four of five or of seven, and nothing between them. */
const QUATRAINS: Readonly<Record<number, number>> = { 20: 5, 28: 7 };

/**
 * The lines of a text, none longer than fits: it is parted between words, and within one that is too long. A quatrain has its own.
 */
export function linesOf(text: string, fits: (words: string) => boolean): string[] {
  const letters = [...text];
  const each = /^\p{Script=Han}+$/u.test(text) ? QUATRAINS[letters.length] : undefined;
  if (each)
    return Array.from({ length: letters.length / each }, (_, line) =>
      letters.slice(line * each, (line + 1) * each).join(''),
    );
  const lines: string[] = [];
  for (const word of text.split(/(?<=[\s-])/)) {
    const last = lines.at(-1);
    if (last !== undefined && fits((last + word).trimEnd())) lines[lines.length - 1] = last + word;
    else lines.push(...partsOf(word, fits));
  }
  return lines.map((line) => line.trimEnd());
}

/** As many letters to a part as fit, and one at least. */
function partsOf(word: string, fits: (words: string) => boolean): string[] {
  const parts: string[] = [];
  for (const letter of word) {
    const last = parts.at(-1);
    if (last !== undefined && fits(last + letter)) parts[parts.length - 1] = last + letter;
    else parts.push(letter);
  }
  return parts;
}

/** What there is of a text that somebody types. */
export interface Typed {
  /** In the letters of the alphabet: small ones where it has no capitals. */
  letters: readonly string[];
  /** Letters that the alphabet lacks, each once. */
  unknown: readonly string[];
}

export function typedOf(typed: string, { items = [] }: DataSpec): Typed {
  const alphabet = new Set(items);
  const known = (letter: string) =>
    [letter, letter.toLowerCase(), letter.toUpperCase()].find((form) => alphabet.has(form));
  const all = [...typed.normalize('NFC').trim().replaceAll(/\s+/g, ' ')];
  return {
    letters: all.flatMap((letter) => known(letter) ?? []),
    unknown: [...new Set(all.filter((letter) => !known(letter)))],
  };
}

/** Of letters of the alphabet, as many as there is room for. */
export function bytesOf(letters: readonly string[], data: DataSpec): Uint8Array {
  const bytes = new Uint8Array(data.width * data.channels);
  for (const [place, letter] of letters.slice(0, longestOf(data)).entries()) {
    const id = 1 + (data.items ?? []).indexOf(letter);
    bytes[place] = id % 256;
    bytes[data.width + place] = Math.floor(id / 256);
  }
  return bytes;
}
