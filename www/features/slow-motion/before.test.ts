import { expect, it } from 'vitest';
import { inputCommands } from '../../app/input/commands';
import { latentCommands } from '../../app/latent/commands';
import type { Page } from '../../app/page';
import type { Phase } from '../../app/run/state';
import type { Command } from '../../app/send';
import { DEFAULT_RUN } from '../../app/settings/schema';
import type { Sample } from '../../engine/protocol';
import { openModel } from '../testing';
import { Before } from './before';

const sample: Sample = { split: 't10k', index: 1, label: 4, pixels: new Uint8Array(784) };

/** A page, and what of the run and the model was given back. */
function open(phase: Phase, run: number) {
  const { state, show } = openModel({});
  show({}, run, 7);
  state.run.phase.value = phase;
  state.run.config.value = DEFAULT_RUN;
  state.latent.z.value = [1, 2];
  const done: string[] = [];
  const note = (what: string) => async () => {
    done.push(what);
  };
  const handlers = { ...inputCommands(state, undefined as never), ...latentCommands(state) };
  const send = (command: Command) =>
    (handlers as unknown as Record<string, (given: Command) => void>)[command.do]?.(command);
  const model = { showShipped: note('shipped'), showRun: note('run'), visit: note('visit') };
  const page = { state, send, model, training: { go: note('go') } } as unknown as Page;
  return { state, page, send, done };
}

it('gives back an empty pad and z where a test image was lent', async () => {
  const { state, page, send, done } = open('idle', 0);
  const before = new Before(page);
  send({ do: 'take sample', sample });
  await before.giveBack(new Uint8Array());
  expect(done).toEqual(['shipped']);
  expect(state.input.shown.value.kind).toBe('empty');
  expect([state.latent.z.value, state.latent.linked.value]).toEqual([[1, 2], false]);
  expect(state.latent.classIndex.value).toBe(0);
});

it('lets a run go on that had gone on, and leaves one that had paused', async () => {
  for (const [phase, expected] of [
    ['running', ['go', 'run']],
    ['paused', ['run']],
  ] as const) {
    const { state, page, done } = open(phase, 3);
    const before = new Before(page);
    state.run.phase.value = 'paused';
    await before.giveBack(new Uint8Array());
    expect(done).toEqual(expected);
  }
});

it('shows a model again that is no longer anybody’s', async () => {
  const { page, done } = open('idle', 3);
  await new Before(page).giveBack(new Uint8Array());
  expect(done).toEqual(['visit']);
});

it('leaves what a person took meanwhile', async () => {
  const { state, page, send } = open('idle', 0);
  const before = new Before(page);
  await send({ do: 'draw', ink: () => new Uint8Array(4), side: 2, since: undefined });
  state.latent.z.value = [0, 0];
  await before.giveBack(new Uint8Array());
  expect(state.input.shown.value.kind).toBe('drawing');
  expect(state.latent.z.value).toEqual([0, 0]);
});
