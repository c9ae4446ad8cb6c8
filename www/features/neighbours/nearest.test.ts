import { expect, it } from 'vitest';
import { nearest } from './nearest';

const codes = (...points: [number, number][]) => ({
  mu: Float32Array.from(points.flat()),
  labels: Uint8Array.from(points, (_, index) => index % 10),
});

it('finds the nearest first, with class and distance', () => {
  const found = nearest(codes([5, 5], [3, 4], [0, 1], [-1, 0], [9, 9]), Float32Array.of(0, 0), 3);
  expect(found).toEqual([
    { index: 2, label: 2, distance: 1 },
    { index: 3, label: 3, distance: 1 },
    { index: 1, label: 1, distance: 5 },
  ]);
});

it('agrees with sorting all, in any order of the codes', () => {
  const points = Array.from({ length: 200 }, (_, index): [number, number] => [
    Math.sin(index * 1.7),
    Math.cos(index * 2.3),
  ]);
  const distance = ([x, y]: [number, number]) => Math.hypot(x - 0.25, y);
  const sorted = points
    .map((_, index) => index)
    .sort((a, b) => distance(points[a] ?? [0, 0]) - distance(points[b] ?? [0, 0]));
  const found = nearest(codes(...points), Float32Array.of(0.25, 0), 8);
  expect(found.map(({ index }) => index)).toEqual(sorted.slice(0, 8));
});

it('answers with as many as there are', () => {
  expect(nearest(codes([1, 1]), Float32Array.of(0, 0), 8)).toHaveLength(1);
});
