import { expect, it } from 'vitest';
import { liesOnWhite, onWhite } from './ground';

const imagesOf = (...images: number[][]) => ({
  length: images.length,
  pixels: (index: number) => Uint8Array.from(images[index] ?? []),
});

it('takes what most images have in their corners for what they lie on', () => {
  expect(liesOnWhite(imagesOf([255, 0, 0, 255], [250, 9, 9, 255], [0, 9, 9, 0]))).toBe(true);
  expect(liesOnWhite(imagesOf([0, 255, 255, 0], [0, 9, 9, 3], [255, 9, 9, 255]))).toBe(false);
  expect(liesOnWhite(imagesOf())).toBe(false);
});

it('makes a blank page white, and ink on it dark', () => {
  expect([...onWhite(Uint8Array.of(0, 255, 100))]).toEqual([255, 0, 155]);
});
