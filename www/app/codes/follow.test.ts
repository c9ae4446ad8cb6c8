import type { Remote } from 'comlink';
import { expect, it } from 'vitest';
import type { Codes, ExplorerApi } from '../../engine/protocol';
import { createState } from '../../features/testing';
import { placeModel } from '../model/place';
import { PLAIN } from '../settings/settings';
import { keepCodes } from './follow';

const settled = () => new Promise((resolve) => setTimeout(resolve));

function open() {
  const state = createState();
  let asked = 0;
  const codes = async (): Promise<Codes> => {
    asked++;
    const mu = new Float32Array(state.latent.z.peek().length);
    return { mu, logVar: mu, labels: new Uint8Array(1) };
  };
  const remote = { codes } as unknown as Remote<ExplorerApi>;
  keepCodes(state, { ask: (question) => question(remote) }, () => {});
  const place = async (latentSize: number) => {
    placeModel(state, { config: { ...PLAIN.model, latentSize }, parameters: 9 }, 1, 0);
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
