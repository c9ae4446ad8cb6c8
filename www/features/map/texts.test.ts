import { expect, it, vi } from 'vitest';
import type { DataSpec } from '../../engine/protocol';
import { DATA, openModel } from '../testing';
import { followTexts } from './texts';

it('writes fewer texts where letters are large', async () => {
  const decodeAll = vi.fn(async (points: Float32Array, _latentSize: number) => new Uint8Array(points.length));
  const { state, model, show } = openModel({ latent: { decodeAll } });
  const data: DataSpec = { ...DATA, kind: 'text', classes: ['?'] };
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
