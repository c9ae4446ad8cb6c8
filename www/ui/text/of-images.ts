// The texts speak of digits, as MNIST's samples are. Of other data the same texts speak of images, or of the people who like items.

import { hasItems } from '../../engine/data/spec';
import { shownData } from '../shown-data';
import type { Language, Text } from '.';

type Words = Record<Language, readonly (readonly [RegExp, string])[]>;
const IMAGES: Words = {
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
const PEOPLE: Words = {
  en: [
    [/\b([Aa])n image\b/g, '$1 person'],
    [/\b(digit|image)s’/g, 'people’s'],
    [/\b(digits|images) by class\b/g, 'people'],
    [/\b(digit|image)s\b/g, 'people'],
    [/\b(Digit|Image)s\b/g, 'People'],
    [/\b(digit|image)\b/g, 'person'],
    [/\b(Digit|Image)\b/g, 'Person'],
  ],
  zh: [
    [/按类别显示测试(数字|图像)/g, '测试者'],
    [/测试(数字|图像)/g, '测试者'],
    [/(数字|图像)/g, '人'],
  ],
};
/** Of MNIST in any case, or of numerals. */
const AS_THEY_ARE = new Set(['article', 'data', 'page', 'settings', 'sweep']);

export function ofImages(text: Text, language: Language): Text {
  const wordsOf = hasItems(shownData.value) ? PEOPLE : IMAGES;
  const reworded = (it: unknown): unknown => {
    if (typeof it === 'string')
      return wordsOf[language].reduce((words, [digits, others]) => words.replace(digits, others), it);
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
