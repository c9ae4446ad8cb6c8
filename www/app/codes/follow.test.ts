import { expect, it } from 'vitest';
import { openModel } from '../../features/testing';
import { followSize } from '../plane/follow';
import { followCodes } from './follow';

const settled = () => new Promise((resolve) => setTimeout(resolve));

function open() {
  let asked = 0;
  const { state, model, show } = openModel({
    codes: {
      async first() {
        asked++;
        const mu = new Float32Array(state.model.shown.peek()?.summary.config.latentSize ?? 0);
        return { mu, logVar: mu, factor: new Float32Array(), labels: new Uint8Array(1) };
      },
    },
  });
  followSize(state, model);
  followCodes(state, model);
  const place = async (latentSize: number) => {
    show({ latentSize }, 1);
    await settled();
    return asked;
  };
  return { state, place };
}

it('encodes the test digits for the principal axes, until a model of another latent size has none', async () => {
  const { state, place } = open();
  expect(await place(3)).toBe(0);
  state.plane.principal.value = true;
  expect(await place(3)).toBe(2);
  expect(state.codes.found.value?.latentSize).toBe(3);
  expect(await place(2)).toBe(2);
  expect(await place(3)).toBe(2);
});

it('encodes them anew for each model while a feature needs them', async () => {
  const { state, place } = open();
  state.codes.wantedBy.value = new Set(['sliders']);
  await place(2);
  expect(await place(2)).toBe(2);
});
