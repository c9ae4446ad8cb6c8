import { expect, it } from 'vitest';
import type { Encoding, Path } from '../../engine/protocol';
import { DATA, openModel } from '../testing';
import { followPath, TILES } from './follow';

/** Answers at once; an image's code is where it was told to be. */
function open(latentSize: number) {
  const code = { at: 1 };
  const { state, model, show } = openModel({
    input: { encode: async () => ({ mu: new Float32Array(latentSize).fill(code.at) }) as Encoding },
    paths: {
      points: async ({ from, to, count }: Path) =>
        Float32Array.from(
          { length: count * from.length },
          (_, index) => (index < from.length ? from : to)[index % from.length] ?? 0,
        ),
    },
    latent: { decodeAll: async (points, size) => new Uint8Array((784 * points.length) / size) },
  });
  followPath(state, model);
  show({ latentSize });
  return { state, code, show };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 10));

it('has two ends in each model, and a film strip once a digit is on screen', async () => {
  const { state, show } = open(3);
  expect(state.paths.ends.value?.a.z).toEqual([-1.5, 1, 0]);
  await settled();
  expect(state.paths.film.value).toBeUndefined();
  state.latent.decoded.value = { z: [0, 0, 0], pixels: new Uint8Array(784), since: undefined };
  await settled();
  expect(state.paths.film.value?.images.length).toBe(TILES * 784);
  state.paths.moving.value = 'path';
  show({ latentSize: 1 });
  expect(state.paths.moving.value).toBeUndefined();
  expect(state.paths.points.value).toEqual([]);
  // What the other model answered is gone.
  expect(state.paths.film.value).toBeUndefined();
  expect(state.paths.ends.value?.b.z).toEqual([1.5]);
});

it('keeps an end where its image’s code is while the model learns', async () => {
  const { state, code, show } = open(2);
  const image = { pixels: new Uint8Array(784), label: 3 };
  state.paths.ends.value = { a: { z: [0, 0], image }, b: { z: [2, 2], image: undefined } };
  code.at = -0.5;
  show({ latentSize: 2 }, 1, 100);
  await settled();
  expect(state.paths.ends.value.a).toEqual({ z: [-0.5, -0.5], image });
  expect(state.paths.ends.value.b.z).toEqual([2, 2]);
});

it('keeps the place of an end at a sample, but not the sample, when other data is shown', async () => {
  const { state, show } = open(2);
  const z = [0.5, 0.5];
  const image = { pixels: new Uint8Array(784), label: 3 };
  state.paths.ends.value = { a: { z, image }, b: { z: [1, 1], image: undefined } };
  show({ latentSize: 2, data: { ...DATA, width: 14 } });
  await settled();
  expect(state.paths.ends.value?.a).toEqual({ z, image: undefined });
});
