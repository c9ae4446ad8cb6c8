import { expect, it, vi } from 'vitest';
import type { DataSpec } from '../../engine/protocol';
import { DATA, openModel } from '../testing';
import { followTexts } from './texts';

const data: DataSpec = { ...DATA, kind: 'text', classes: ['?'] };

it('leaves texts of verse room on a narrow map, in whole tiles', async () => {
  const decodeAll = async (points: Float32Array) => new Uint8Array(points.length);
  const { state, model, show } = openModel({ latent: { decodeAll } });
  state.map.size.value = [280, 280];
  followTexts(state, model);
  show({ data, latentSize: 2 }, 1, 1);
  await vi.waitFor(() => expect(state.map.written.value).toBeDefined());
  const { left, top, side, across, up } = state.map.written.value?.block ?? {};
  expect([left, top, side, across?.length, up?.length]).toEqual([-3, 3, 1.5, 4, 4]);
});

it('writes fewer texts where letters are large', async () => {
  const decodeAll = vi.fn(async (points: Float32Array, _latentSize: number) => new Uint8Array(points.length));
  const { state, model, show } = openModel({ latent: { decodeAll } });
  state.map.size.value = [720, 720];
  followTexts(state, model);
  const written = async (letter: number) => {
    state.map.widest.value = 2.5 * letter;
    await vi.waitFor(() => expect(state.map.written.value).toBeDefined());
    await vi.waitFor(() => expect(state.map.writing.value).toBe(false));
    return (decodeAll.mock.lastCall?.[0].length ?? 0) / 2;
  };
  show({ data, latentSize: 2 }, 1, 1);
  expect(await written(16)).toBe(10 * 10);
  expect(await written(26)).toBe(5 * 5);
});
