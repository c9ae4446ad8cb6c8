import { expect, it } from 'vitest';
import { createState, DATA, openModel } from '../../features/testing';
import { followDecoded } from './follow';

const ITEMS = {
  ...DATA,
  kind: 'items' as const,
  width: 3,
  height: 1,
  classes: ['?'],
  items: ['A', 'B', 'C'],
};

it('keeps what was decoded until the next comes, but shows none of it as other data', () => {
  const state = createState();
  const { model, show } = openModel({ latent: { decode: () => new Promise<never>(() => undefined) } }, state);
  followDecoded(state, model);
  show({ latentSize: 2 });
  const decoded = { z: [0, 0], pixels: new Uint8Array(784), since: undefined };
  state.latent.decoded.value = decoded;
  show({ latentSize: 2 });
  expect(state.latent.decoded.value).toBe(decoded);
  show({ latentSize: 2, data: ITEMS });
  expect(state.latent.decoded.value).toBeUndefined();
});

it('follows no drawing where the model is of items, and follows it again where it is of images', () => {
  const state = createState();
  const { model, show } = openModel({ latent: { decode: async () => new Uint8Array(3) } }, state);
  followDecoded(state, model);
  show({ latentSize: 2 });
  state.input.shown.value = { kind: 'drawing', ink: () => new Uint8Array(4), side: 2, since: undefined };
  state.latent.linked.value = true;
  show({ latentSize: 2, data: ITEMS });
  expect(state.latent.linked.value).toBe(false);
  show({ latentSize: 2 });
  expect(state.latent.linked.value).toBe(true);
});

it('follows no drawing where another model of items, of another size, comes', () => {
  const { state, model, show } = openModel({ latent: { decode: async () => new Uint8Array(3) } });
  followDecoded(state, model);
  show({ latentSize: 2, data: ITEMS });
  state.input.shown.value = { kind: 'drawing', ink: () => new Uint8Array(4), side: 2, since: undefined };
  show({ latentSize: 3, data: ITEMS });
  expect(state.latent.linked.value).toBe(false);
});
