import { expect, it } from 'vitest';
import { emptyHistory, withPoint } from './history';

it('stays bounded, keeps its order, its first point and its newest', () => {
  let curve = emptyHistory().train;
  for (let images = 1; images <= 9000; images++) {
    curve = withPoint(curve, images, { reconstruction: images, kl: 1, elbo: -images - 1 });
    expect(curve.images.length).toBeLessThanOrEqual(2000);
  }
  expect(curve.images.at(-1)).toBe(9000);
  expect(curve.images).toEqual(curve.images.toSorted((a, b) => a - b));
  expect(curve.reconstruction).toEqual(curve.images);
  expect(curve.images[0]).toBe(1);
});
