import { signal } from '@preact/signals-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { State } from '../../app/store';
import type { Grid } from '../../engine/protocol';
import { openModel } from '../testing';
import { followMap } from './drawing';

interface Asked extends Grid {
  answer(pixels: Uint8Array | undefined): Promise<void>;
  refuse(): Promise<void>;
}

let state: State;
let asked: Asked[];
let reported: unknown[];
let show: ReturnType<typeof openModel>['show'];
const settled = () => new Promise((resolve) => setTimeout(resolve));
const columns = () => asked.map(({ view }) => view.across.length);
const pixels = new Uint8Array(784);

/** A model of two dimensions, on a worker that answers when it is told to. */
beforeEach(() => {
  asked = [];
  reported = [];
  const map = (grid: Grid) =>
    new Promise<Uint8Array | undefined>((resolve, reject) => {
      const answer = async (answered: Uint8Array | undefined) => {
        resolve(answered);
        await settled();
      };
      const refuse = async () => {
        reject(new Error('of another latent size'));
        await settled();
      };
      asked.push({ ...grid, answer, refuse });
    });
  const opened = openModel({ plane: { map } }, undefined, (error) => reported.push(error));
  state = opened.state;
  show = opened.show;
  followMap(state, opened.model, signal(0));
});

/** Snapshots of one run. */
const open = (step: number) => show({ latentSize: 2 }, 1, step);

async function openWhole() {
  open(1);
  for (let pass = 0; pass < 3; pass++) await asked[pass]?.answer(pixels);
  asked.length = 0;
}

/** The tiles across of the pictures that the map is made of. */
const shown = () => state.map.pictures.value.map(({ block }) => block.across.length);

describe('the picture of the map', () => {
  it('comes coarse at first, then finer', async () => {
    open(1);
    expect(columns()).toEqual([5]);
    await asked[0]?.answer(pixels);
    expect([shown(), state.map.busy.value]).toEqual([[5], true]);
    await asked[1]?.answer(pixels);
    await asked[2]?.answer(pixels);
    expect(columns()).toEqual([5, 10, 20]);
    expect([shown(), state.map.busy.value]).toEqual([[20], false]);
  });

  it('of a model that learnt on is drawn at its finest at once', async () => {
    await openWhole();
    open(2);
    expect(columns()).toEqual([20]);
  });

  it('stays over coarser tiles while the window moves', async () => {
    await openWhole();
    state.plane.window.value = { centre: [0.5, 0], span: 6 };
    expect(columns()).toEqual([11]);
    await asked[0]?.answer(pixels);
    expect([shown(), state.map.busy.value]).toEqual([[11, 20], true]);
    await asked[1]?.answer(pixels);
    expect([shown(), state.map.busy.value]).toEqual([[21], false]);
  });

  it('is not refined for a window that was left: the next one begins at once', async () => {
    await openWhole();
    state.plane.window.value = { centre: [0.5, 0], span: 6 };
    await asked[0]?.answer(pixels);
    state.plane.window.value = { centre: [0.7, 0], span: 6 };
    await settled();
    expect(asked.map(({ passing }) => passing)).toEqual([false, true, false]);
    await asked[1]?.answer(undefined);
    await asked[2]?.answer(pixels);
    await asked[3]?.answer(pixels);
    expect(asked.length).toBe(4);
    expect([shown().length, state.map.busy.value]).toEqual([1, false]);
  });

  it('of many models shows the first and the last', async () => {
    await openWhole();
    for (let version = 2; version < 9; version++) open(version);
    expect(asked.length).toBe(1);
    await asked[0]?.answer(pixels);
    expect(asked.length).toBe(2);
    await asked[1]?.answer(pixels);
    expect(asked.length).toBe(2);
  });

  it('of the model that came meanwhile is drawn where the one before refused', async () => {
    open(1);
    open(2);
    await asked[0]?.refuse();
    expect(reported).toHaveLength(1);
    expect(asked.length).toBe(2);
    expect(state.map.busy.value).toBe(true);
  });

  it('is left alone by z on the plane', async () => {
    await openWhole();
    state.latent.z.value = [1.5, -0.5];
    expect(asked.length).toBe(0);
  });
});
