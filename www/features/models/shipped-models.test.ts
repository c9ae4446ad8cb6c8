import { describe, expect, it, vi } from 'vitest';
import { FIRST_MODEL } from '../../app/model/state';
import { DEFAULT_FORM, DEFAULT_RUN as PLAIN } from '../../app/settings/schema';
import type { ModelSummary } from '../../engine/protocol';
import { createState, DATA } from '../testing';
import { ShippedModels } from './shipped-models';

const sha256 = 'a'.repeat(64);
const listed = [
  {
    file: FIRST_MODEL,
    bytes: 4,
    sha256,
    config: PLAIN.model,
    noise: 0,
    images: 10_000,
    nll: 130,
    elbo: -133,
    recipe: {},
  },
  {
    file: 'b.safetensors',
    bytes: 3,
    sha256,
    config: PLAIN.model,
    noise: 0,
    images: 10_000,
    nll: 90,
    elbo: -95,
    recipe: { latentSize: '10' },
  },
];
const summary: ModelSummary = { config: PLAIN.model, data: DATA, inkBox: 20, parameters: 9 };

/** Answers with these files; the explorer takes whatever comes. */
async function open(files: Record<string, () => Promise<Uint8Array<ArrayBuffer>>>, list: unknown = listed) {
  const state = createState();
  const shipped: Uint8Array[] = [];
  const [pause, reset] = [vi.fn(async () => {}), vi.fn(async () => {})];
  const model = {
    showShipped: async () => {},
    async ship(file: string, weights: Uint8Array) {
      shipped.push(weights);
      state.model.shipped.value = file;
      state.model.shown.value = { summary, run: 0, step: 0, version: shipped.length };
    },
  };
  const load = async (path: string) => {
    if (path.endsWith('.json')) return new TextEncoder().encode(JSON.stringify(list));
    const bytes = await files[path]?.();
    if (!bytes) throw new Error('404');
    return bytes;
  };
  const models = new ShippedModels(state, model, { pause, reset }, load, async () => undefined);
  await models.list();
  return { state, models, shipped, pause, reset };
}

const three = async () => Uint8Array.of(1, 2, 3);

describe('shipped models', () => {
  it('fetches none before it is chosen, then shows it', async () => {
    const file = vi.fn(three);
    const { state, models, shipped, pause } = await open({ 'models/b.safetensors': file });
    expect(file).not.toHaveBeenCalled();
    await models.choose('b.safetensors');
    expect(shipped).toEqual([Uint8Array.of(1, 2, 3)]);
    expect(pause).toHaveBeenCalledOnce();
    expect(state.model.shipped.value).toBe('b.safetensors');
    expect(state.model.shown.value).toMatchObject({ run: 0, step: 0 });
    expect(state.model.arriving.value).toBeUndefined();
  });

  it('puts into the form what a model was trained with, whatever was typed, and takes it back', async () => {
    const { state, models, reset } = await open({});
    const typed = { ...state.settings.form.value, beta: '7', latentSize: '3' };
    state.settings.form.value = typed;
    await models.setAsTrained('b.safetensors');
    expect(state.settings.form.value).toEqual({ ...DEFAULT_FORM, latentSize: '10' });
    expect(state.settings.proposed.value).toEqual(state.settings.form.value);
    // What applies at once is none of the last run's.
    expect(reset).toHaveBeenCalledOnce();
    await state.undo.offered.value?.undo();
    expect(state.settings.form.value).toEqual(typed);
    expect(state.settings.proposed.value).toEqual(DEFAULT_FORM);
  });

  it('shows the one that was chosen last, whichever comes first', async () => {
    let arrive = (_: Uint8Array<ArrayBuffer>) => {};
    const slow = () => new Promise<Uint8Array<ArrayBuffer>>((resolve) => (arrive = resolve));
    const { state, models, shipped } = await open({
      'models/b.safetensors': slow,
      'models/mnist-2d.decoder.part': async () => Uint8Array.of(4, 4, 4),
      'models/mnist-2d.encoder.part': async () => Uint8Array.of(4),
    });
    const first = models.choose('b.safetensors');
    await models.choose(FIRST_MODEL);
    arrive(await three());
    await first;
    expect(shipped).toEqual([Uint8Array.of(4, 4, 4, 4)]);
    expect(state.model.shipped.value).toBe(FIRST_MODEL);
  });

  it('gives way to whatever is shown while it arrives', async () => {
    let arrive = (_: Uint8Array<ArrayBuffer>) => {};
    const slow = () => new Promise<Uint8Array<ArrayBuffer>>((resolve) => (arrive = resolve));
    const { state, models, shipped, pause } = await open({ 'models/b.safetensors': slow });
    const choice = models.choose('b.safetensors');
    await vi.waitFor(() => expect(state.model.arriving.value).toEqual({ file: 'b.safetensors', part: 0 }));
    await vi.waitFor(() => expect(arrive).toHaveLength(1));
    state.model.arriving.value = undefined;
    arrive(await three());
    await choice;
    expect([shipped, pause.mock.calls]).toEqual([[], []]);
    expect(state.model.shipped.value).toBe(FIRST_MODEL);
  });

  it('keeps the model before where a file does not come', async () => {
    const { state, models, shipped } = await open({});
    await expect(models.choose('b.safetensors')).rejects.toThrow('404');
    expect(shipped).toEqual([]);
    expect(state.model.shipped.value).toBe(FIRST_MODEL);
    expect(state.model.arriving.value).toBeUndefined();
  });

  it.each([null, {}, [], [{}], [{ ...listed[0], sha256: 'none' }]])(
    'refuses %j in the place of the list',
    async (list) => {
      await expect(open({}, list)).rejects.toThrow('Expected the list of models');
    },
  );

  it('refuses a model that is not listed', async () => {
    const { models } = await open({});
    await expect(models.choose('c.safetensors')).rejects.toThrow(
      '“model” in the address: expected one of mnist-2d',
    );
  });
});
