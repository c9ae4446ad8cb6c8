import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { wholeOf } from './whole';

const file = new Uint8Array(readFileSync('assets/mnist-2d.safetensors'));

it('knows a whole file, and one that is cut, by its header', () => {
  expect(wholeOf(file)).toBe(file.length);
  expect(wholeOf(file.subarray(0, 300_000))).toBe(file.length);
  expect(wholeOf(file.subarray(0, 20))).toBeGreaterThan(20);
});

it('knows what is none', () => {
  for (const text of [
    '',
    'hello world',
    '12345678{"a": 1',
    '\x02\0\0\0\0\0\0\0{]',
    '\x0a\0\0\0\0\0\0\0{"a": 1234}',
  ])
    expect(wholeOf(new TextEncoder().encode(text)), text).toBeUndefined();
});
