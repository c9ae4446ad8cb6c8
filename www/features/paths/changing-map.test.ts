import { expect, it } from 'vitest';
import { planeOfAxes } from '../../app/plane/geometry';
import { Viewport, WHOLE } from '../../app/plane/viewport';
import { openModel } from '../testing';
import { COLUMNS, centresOf, mapsThrough } from './changing-map';

const view = new Viewport(WHOLE, 'equal spacing', 100, 100);

it('has the middles of equal squares, line by line from the top', () => {
  const centres = centresOf(view);
  expect(centres).toHaveLength(COLUMNS ** 2);
  const [first = [0, 0], second = [0, 0]] = centres;
  expect(first.map((place) => Number(place.toFixed(6)))).toEqual([-2.7, 2.7]);
  expect(second.map((place) => Number(place.toFixed(6)))).toEqual([-2.1, 2.7]);
});

it('decodes the map through z, anew for every third frame', async () => {
  const asked: number[][] = [];
  const { model, show } = openModel({
    latent: {
      async decodeAll(points, size) {
        for (let at = 0; at < points.length; at += size) asked.push([...points.slice(at, at + size)]);
        // Each image is filled with the number of the point that it is of.
        return Uint8Array.from({ length: asked.length * 784 }, (_, index) => Math.floor(index / 784) / 100);
      },
    },
  });
  show({ latentSize: 3 });
  const way = [0, 1, 2, 3, 4].map((third) => [0, 0, third]);
  const at = await mapsThrough(way, planeOfAxes(3, [0, 1]), view, 0, model);
  expect(asked.map(([, , third]) => third)).toEqual([...Array(100).fill(0), ...Array(100).fill(3)]);
  expect([0, 2, 3, 4].map((frame) => at(frame)[0])).toEqual([0, 0, 1, 1]);
  expect(at(4)).toHaveLength(100 * 784);
});
