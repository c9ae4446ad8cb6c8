import { expect, it } from 'vitest';
import { tiled } from './film';

/** Each byte says its image and its line. */
const images = Uint8Array.from({ length: 4 * 784 }, (_, index) => {
  const [image, pixel] = [Math.floor(index / 784), index % 784];
  return 50 * image + Math.floor(pixel / 28);
});

it('sets images side by side', () => {
  const strip = tiled(images, 4);
  const at = (x: number, y: number) => strip[y * 112 + x];
  expect([at(0, 0), at(27, 5), at(28, 5), at(111, 27)]).toEqual([0, 5, 55, 177]);
});

it('sets images in rows', () => {
  const picture = tiled(images, 2);
  const at = (x: number, y: number) => picture[y * 56 + x];
  expect([at(28, 27), at(0, 28), at(55, 55)]).toEqual([77, 100, 177]);
});
