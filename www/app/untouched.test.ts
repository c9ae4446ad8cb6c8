import { expect, it } from 'vitest';
import { createState } from '../features/testing';
import { isUntouched } from './untouched';

it('is untouched as it opens and while it plays by itself, but not once z was moved or something drawn', () => {
  const state = createState();
  expect(isUntouched(state)).toBe(true);
  state.latent.z.value = [1, 1];
  expect(isUntouched(state)).toBe(false);
  state.page.plays.value = true;
  state.input.shown.value = { kind: 'drawing', ink: () => new Uint8Array(4), side: 2, since: undefined };
  expect(isUntouched(state)).toBe(true);
  state.run.phase.value = 'running';
  expect(isUntouched(state)).toBe(false);
  state.run.phase.value = 'idle';
  state.page.plays.value = false;
  expect(isUntouched(state)).toBe(false);
});
