import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { DIGIT } from './digit';

const HEADS = { images: 16, labels: 8 };
const SIZE = 28 * 28;

it('is the test digit that it says it is', () => {
  const read = (file: string) => gunzipSync(readFileSync(`www/public/data/t10k-${file}-ubyte.gz`));
  const from = HEADS.images + DIGIT.index * SIZE;
  expect([...DIGIT.pixels]).toEqual([...read('images-idx3').subarray(from, from + SIZE)]);
  expect(read('labels-idx1')[HEADS.labels + DIGIT.index]).toBe(DIGIT.label);
});
