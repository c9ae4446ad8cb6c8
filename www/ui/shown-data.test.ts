import { afterEach, expect, it } from 'vitest';
import { SITE_DATA } from '../engine/data/spec';
import { differenceOfEnds } from './difference';
import { tiled } from './film';
import {
  hasShortNames,
  imageAt,
  imagesIn,
  markOfClass,
  nameOfClass,
  showData,
  shownData,
} from './shown-data';

const SMALL = { ...SITE_DATA, width: 3, height: 2, classes: ['cat', 'dog'] };

afterEach(() => showData(SITE_DATA));

it('is the data set of the site before a model is shown', () => {
  expect(imagesIn(new Uint8Array(3 * 784))).toBe(3);
  expect(nameOfClass(7)).toBe('7');
});

it('finds images of another shape one after the other, and lays them out in rows', () => {
  showData(SMALL);
  const images = Uint8Array.from({ length: 18 }, (_, index) => index);
  expect(imagesIn(images)).toBe(3);
  expect([...imageAt(images, 1)]).toEqual([6, 7, 8, 9, 10, 11]);
  expect([...tiled(images.subarray(0, 12), 2)]).toEqual([0, 1, 2, 6, 7, 8, 3, 4, 5, 9, 10, 11]);
});

it('compares the ends of a strip of another shape', () => {
  showData(SMALL);
  const line = [1, 1, 1, 9, 9, 9, 4, 4, 4];
  expect(differenceOfEnds(Uint8Array.from([...line, ...line]))).toBe(3);
});

it('keeps the channels of coloured images apart, row by row', () => {
  showData({ ...SMALL, width: 1, height: 2, channels: 3 });
  const images = Uint8Array.from({ length: 24 }, (_, index) => index);
  expect([...imageAt(images, 2)]).toEqual([12, 13, 14, 15, 16, 17]);
  const first = [0, 6, 1, 7, 2, 8, 3, 9, 4, 10, 5, 11];
  expect([...tiled(images, 2)]).toEqual([...first, ...first.map((byte) => byte + 12)]);
  expect(differenceOfEnds(Uint8Array.from(first))).toBe(6);
});

it('names its classes, and by its index one that it does not have', () => {
  showData(SMALL);
  expect([nameOfClass(1), nameOfClass(2)]).toEqual(['dog', '2']);
});

it('marks a class by its name where each has room, and by its number elsewhere', () => {
  expect([hasShortNames(), markOfClass(7)]).toEqual([true, '7']);
  showData({ ...SMALL, classes: ['8', '10', '永'] });
  expect([hasShortNames(), markOfClass(1), markOfClass(2)]).toEqual([true, '10', '永']);
  showData({ ...SMALL, classes: ['a', '好评'] });
  expect([hasShortNames(), markOfClass(0), markOfClass(1)]).toEqual([false, '0', '1']);
});

it('changes only with other data: snapshots of a run come all the time', () => {
  const before = shownData.peek();
  showData(structuredClone(SITE_DATA));
  expect(shownData.peek()).toBe(before);
});
