import { expect, it } from 'vitest';
import type { PrincipalAxes } from '../../engine/protocol';
import { openModel } from '../../features/testing';
import { planeCommands } from './commands';
import { followPrincipalAxes, followSize } from './follow';

const settled = () => new Promise((resolve) => setTimeout(resolve));
const codes = (version: number) => ({
  mu: new Float32Array(9),
  logVar: new Float32Array(9),
  factor: new Float32Array(),
  labels: new Uint8Array(3),
  version,
  latentSize: 3,
});

/** A state of three dimensions whose codes have these principal axes, one after the other. */
function open(...answers: PrincipalAxes[]) {
  const { state, model, show } = openModel({
    plane: { principalAxes: async () => answers.shift() ?? { directions: [], share: 0 } },
  });
  followSize(state, model);
  followPrincipalAxes(state, model);
  state.latent.z.value = [0, 0, 0];
  show({ latentSize: 3 });
  return { state, actions: planeCommands(state) };
}

it('shows the principal axes when they are wanted, and the dimensions again', async () => {
  const { state, actions } = open({ directions: [0, 0, 1, 0, 1, 0], share: 0.9 });
  state.codes.found.value = codes(1);
  await settled();
  expect(state.plane.shown.value.across).toEqual([1, 0, 0]);
  actions['show principal axes']({ do: 'show principal axes', shown: true });
  await settled();
  expect(state.plane.shown.value).toEqual({ across: [0, 0, 1], up: [0, 1, 0] });
  expect(state.plane.share.value).toBe(0.9);
  actions['show principal axes']({ do: 'show principal axes', shown: false });
  expect(state.plane.shown.value.across).toEqual([1, 0, 0]);
  expect(state.plane.share.value).toBeUndefined();
});

it('keeps the sides of the map as the model learns', async () => {
  const { state } = open(
    { directions: [0, 0, 1, 0, 1, 0], share: 0.9 },
    { directions: [0.6, 0, -0.8, 0, 1, 0], share: 0.8 },
  );
  state.plane.principal.value = true;
  state.codes.found.value = codes(1);
  await settled();
  state.codes.found.value = codes(2);
  await settled();
  expect(state.plane.shown.value).toEqual({ across: [-0.6, -0, 0.8], up: [0, 1, 0] });
});
