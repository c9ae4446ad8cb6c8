// The texts speak of digits, as MNIST's samples are. Of other data the same texts speak of images.

import type { Language, Text } from '.';

const WORDS: Record<Language, readonly (readonly [RegExp, string])[]> = {
  en: [
    [/\b([Aa]) digit/g, '$1n image'],
    [/\bdigit/g, 'image'],
    [/\bDigit/g, 'Image'],
  ],
  zh: [
    [/写的?一?个?数字/g, '画的图像'],
    [/数字/g, '图像'],
  ],
};
/** Of MNIST in any case, or of numerals. */
const AS_THEY_ARE = new Set(['article', 'data', 'page', 'settings', 'sweep']);

export function ofImages(text: Text, language: Language): Text {
  const reworded = (it: unknown): unknown => {
    if (typeof it === 'string')
      return WORDS[language].reduce((words, [digits, images]) => words.replace(digits, images), it);
    if (typeof it === 'function') return (...given: unknown[]) => reworded(it(...given));
    if (Array.isArray(it)) return it.map(reworded);
    if (typeof it !== 'object' || it === null) return it;
    return Object.fromEntries(Object.entries(it).map(([name, part]) => [name, reworded(part)]));
  };
  const areas = Object.entries(text).map(([name, area]) => [
    name,
    AS_THEY_ARE.has(name) ? area : reworded(area),
  ]);
  return Object.fromEntries(areas);
}
