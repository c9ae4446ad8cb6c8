import { expect, it } from 'vitest';
import { placeModel } from '../../app/model/place';
import { PLAIN } from '../../app/settings/settings';
import type { ExplorerClient } from '../../engine/explorer-client';
import { createState } from '../testing';
import { keepPeek } from './peek';

const settled = () => new Promise((resolve) => setTimeout(resolve));

it('what is decoded under a pointer at rest follows the model and the class, until the latent size changes', async () => {
  const state = createState();
  const asked: [number[], number][] = [];
  const remote = {
    async decode(z: Float32Array, digitClass: number) {
      asked.push([[...z], digitClass]);
      return new Uint8Array(784).fill(asked.length);
    },
  };
  const explorer = { ask: (question: (it: typeof remote) => unknown) => question(remote) };
  keepPeek(state, explorer as unknown as ExplorerClient, () => undefined);
  const open = (latentSize: number) =>
    placeModel(state, { config: { ...PLAIN.model, latentSize, conditional: true }, parameters: 9 }, 1, 0);
  open(2);
  state.map.peekedAt.value = [1, 2];
  await settled();
  expect(state.map.peek.value).toMatchObject({ z: [1, 2], pixels: { 0: 1 } });
  open(2);
  await settled();
  expect(state.map.peek.value).toMatchObject({ z: [1, 2], pixels: { 0: 2 } });
  state.latent.digitClass.value = 7;
  await settled();
  expect(asked.at(-1)).toEqual([[1, 2], 7]);
  open(5);
  await settled();
  expect(state.map.peek.value).toBeUndefined();
  expect(asked).toHaveLength(3);
});
