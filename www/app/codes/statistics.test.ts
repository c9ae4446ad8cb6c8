import { expect, it } from 'vitest';
import { classMeans, meanKl } from './statistics';

it('averages the KL of each dimension over the digits', () => {
  const codes = {
    mu: Float32Array.of(0, 1, 0, -2),
    logVar: Float32Array.of(0, 0, 0, -1),
    factor: new Float32Array(),
    labels: Uint8Array.of(3, 4),
  };
  const [first, second] = meanKl(codes, 2) ?? [];
  expect(first).toBe(0);
  expect(second).toBeCloseTo((0.5 + 0.5 * (4 + Math.exp(-1) - 1 + 1)) / 2, 6);
});

it('has none of an autoencoder, whose codes are points', () => {
  const codes = {
    mu: Float32Array.of(1, 2),
    logVar: new Float32Array(),
    factor: new Float32Array(),
    labels: Uint8Array.of(3),
  };
  expect(meanKl(codes, 2)).toBeUndefined();
});

it('averages the codes of each class', () => {
  const codes = {
    mu: Float32Array.of(1, 2, 3, 4, 5, 6),
    logVar: new Float32Array(6),
    factor: new Float32Array(),
    labels: Uint8Array.of(3, 9, 3),
  };
  const means = classMeans(codes, 2);
  expect([means[3], means[9], means[0]]).toEqual([[3, 4], [3, 4], undefined]);
});
