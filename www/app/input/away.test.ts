import { expect, it } from 'vitest';
import type { Encoding, Sample } from '../../engine/protocol';
import { openModel } from '../../features/testing';
import { latentCommands } from '../latent/commands';
import { awayWords } from './away';
import { inputCommands } from './commands';
import { followEncoding } from './follow';

const encoding = { mu: Float32Array.of(0.5, -1), reconstruction: new Uint8Array(784) } as Encoding;
const sample: Sample = { split: 't10k', index: 1, label: 4, pixels: new Uint8Array(784) };
const settled = () => new Promise((resolve) => setTimeout(resolve));

function open() {
  const { state, model, show } = openModel({
    input: { encode: async () => encoding, draw: async () => encoding },
  });
  followEncoding(state, model);
  show();
  const input = inputCommands(state, undefined as never);
  const draw = () => {
    void input.draw({ do: 'draw', ink: () => new Uint8Array(4), side: 2, since: undefined });
    return settled();
  };
  const move = () => latentCommands(state).move({ do: 'move', z: [2, 2] });
  return { state, show, input, draw, move, words: awayWords(state) };
}

it('says whose the figures are as soon as z has left the input, until it is encoded again', async () => {
  const { draw, move, words, state } = open();
  move();
  expect(words.value).toBeUndefined();
  await draw();
  expect(words.value).toBeUndefined();
  move();
  expect(words.value).toBe('Of your drawing; z has moved.');
  await draw();
  expect(words.value).toBeUndefined();
  expect(state.latent.z.value).toEqual([0.5, -1]);
});

it('says so of an image that was taken, and of none where there is no input', async () => {
  const { input, move, words } = open();
  void input['take sample']({ do: 'take sample', sample });
  await settled();
  move();
  expect(words.value).toBe('Of the image taken; z has moved.');
  void input.clear({ do: 'clear' });
  expect(words.value).toBeUndefined();
});

it('says nothing of what the page draws while it plays, and all of it once it is touched', async () => {
  const { draw, move, words, state } = open();
  state.page.plays.value = true;
  state.input.sketch.value = [[[1, 1]]];
  await draw();
  move();
  expect(words.value).toBeUndefined();
  state.page.plays.value = false;
  expect(words.value).toBe('Of the digit that the page drew; z has moved.');
});

it('stays while the model learns on', async () => {
  const { draw, move, words, show } = open();
  await draw();
  move();
  show({}, 1, 100);
  await settled();
  expect(words.value).toBe('Of your drawing; z has moved.');
});
