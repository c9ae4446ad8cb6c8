import { expect, it } from 'vitest';
import { openModel } from '../testing';
import { followPeek } from './peek';

const settled = () => new Promise((resolve) => setTimeout(resolve));

it('what is decoded under a pointer at rest follows the model and the class, until the latent size changes', async () => {
  const asked: [number[], number][] = [];
  const { state, model, show } = openModel({
    latent: {
      async decode(z, classIndex) {
        asked.push([[...z], classIndex]);
        return new Uint8Array(784).fill(asked.length);
      },
    },
  });
  followPeek(state, model);
  const open = (latentSize: number) => show({ latentSize, conditional: true }, 1);
  open(2);
  state.map.peekedAt.value = [1, 2];
  await settled();
  expect(state.map.peek.value).toMatchObject({ z: [1, 2], pixels: { 0: 1 } });
  open(2);
  await settled();
  expect(state.map.peek.value).toMatchObject({ z: [1, 2], pixels: { 0: 2 } });
  state.latent.classIndex.value = 7;
  await settled();
  expect(asked.at(-1)).toEqual([[1, 2], 7]);
  open(5);
  await settled();
  expect(state.map.peek.value).toBeUndefined();
  expect(asked).toHaveLength(3);
});
