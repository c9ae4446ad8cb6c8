import { expect, it } from 'vitest';
import { createState, openModel } from '../../features/testing';
import { FIRST_MODEL } from '../model/state';
import { followDecoded } from './follow';
import { crispest, farthestCrisp, placesIn } from './good-places';

const place = (label: number, x: number, doubt: number) => ({ label, z: [x, 0], doubt });

it('takes the crispest, and for a path the crisp ones that are farthest apart', () => {
  const places = [place(0, 1, 0.9), place(1, 0, 0.7), place(2, 2, 0.8), place(3, 9, 1.3), place(4, -9, 1.4)];
  expect(crispest(places)).toEqual([0, 0]);
  expect(farthestCrisp(places)).toEqual([
    [0, 0],
    [2, 0],
  ]);
  expect(farthestCrisp([place(0, 1, 0.5), place(1, 1.5, 0.6)])).toBeUndefined();
  expect([crispest([]), farthestCrisp([])]).toEqual([undefined, undefined]);
});

it('knows a place of each class in the model that the page opens with', () => {
  expect(placesIn(FIRST_MODEL).map(({ label }) => label)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(farthestCrisp(placesIn(FIRST_MODEL))).toBeDefined();
});

it('opens z on a good place of each shipped model, and of a run on the middle of its prior', () => {
  const { state, model, show } = openModel({ latent: { decode: async () => new Uint8Array(784) } });
  followDecoded(state, model);
  const { z, opened } = state.latent;
  expect(z.value).toEqual(crispest(placesIn(FIRST_MODEL)));
  show();
  expect(z.value).toEqual(crispest(placesIn(FIRST_MODEL)));
  // Another one of the same size.
  state.model.shipped.value = 'mnist-conditional.safetensors';
  show();
  expect(z.value).toEqual(crispest(placesIn('mnist-conditional.safetensors')));
  // Whatever moved it means that place.
  z.value = [1, 1];
  state.model.shipped.value = FIRST_MODEL;
  show();
  expect(z.value).toEqual([1, 1]);
  show({ latentSize: 3 }, 1);
  expect([z.value, opened.value]).toEqual([
    [0, 0, 0],
    [0, 0, 0],
  ]);
  expect(createState().latent.z.value).toBe(createState().latent.opened.value);
});
