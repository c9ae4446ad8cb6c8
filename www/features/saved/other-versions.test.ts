import { openDB } from 'idb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DEFAULT_RUN as PLAIN } from '../../app/settings/schema';
import { chooseLanguage } from '../../ui/text';
import { createState } from '../testing';
import { KEY_RANGE, sharedDatabase } from './fake-database';
import { listWords } from './list-words';
import { Saver } from './saver';

vi.mock('idb', () => ({ openDB: vi.fn() }));

beforeEach(() => {
  vi.mocked(openDB)
    .mockReset()
    .mockImplementation(sharedDatabase() as unknown as typeof openDB);
  vi.stubGlobal('IDBKeyRange', KEY_RANGE);
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('BroadcastChannel', undefined);
});
afterEach(() => vi.unstubAllGlobals());

/** A tab in which a run is at its ninth step. */
function tab() {
  const state = createState();
  state.run.config.value = PLAIN;
  const training = {
    run: 1,
    step: 9,
    checkpoint: async () => ({ weights: Uint8Array.of(1), step: training.step, seconds: 1 }),
  };
  const stepTo = (step: number) => {
    training.step = step;
    const position = { epoch: 1, step, stepInEpoch: step, stepsPerEpoch: 90, images: 90, seconds: 1 };
    state.run.progress.value = { position, imagesPerSecond: 90 };
  };
  stepTo(9);
  state.run.phase.value = 'running';
  return { state, saver: new Saver(state, training), stepTo };
}

const NAME = 'latent-explorer';

it('gives way to a newer version of the page with the run as it is by then, and says that it saves no more', async () => {
  const { state, saver, stepTo } = tab();
  await saver.save();
  stepTo(12);
  // It has waited for the older tab to save and to close.
  const newer = await openDB(NAME, 4);
  expect(await newer.getAll('runs')).toMatchObject([{ position: { step: 12 } }]);
  expect([state.saved.trouble.value, state.saved.upTo.value]).toEqual(['newer', 12]);
  stepTo(15);
  await saver.save();
  await saver.list();
  expect([state.saved.trouble.value, state.saved.upTo.value]).toEqual(['newer', 12]);
  expect(state.saved.runs.value).toHaveLength(1);
  await expect(saver.storage()).rejects.toMatchObject({ failure: { kind: 'newerTab' } });
  expect(listWords(state)).toMatch(/^Saving has stopped in this tab: another one has a newer version/);
  await chooseLanguage('zh');
  expect(listWords(state)).toContain('此标签页已停止保存');
  await chooseLanguage('en');
});

it('waits for a tab with an earlier version, says so meanwhile, and saves then', async () => {
  const earlier = await openDB(NAME, 2);
  earlier.createObjectStore('runs', { keyPath: 'id' });
  for (const name of ['files', 'moments']) earlier.createObjectStore(name);
  const { state, saver } = tab();
  const saving = saver.save();
  await vi.waitFor(() => expect(state.saved.trouble.value).toBe('waiting'));
  expect(listWords(state)).toMatch(/^Nothing can be saved yet: another tab has an earlier version/);
  earlier.close();
  await saving;
  expect([state.saved.trouble.value, state.saved.upTo.value]).toEqual([undefined, 9]);
});

it('opens the storage anew that was deleted, or that the browser has closed', async () => {
  const { state, saver, stepTo } = tab();
  await saver.save();
  const { blocking, terminated } = vi.mocked(openDB).mock.lastCall?.[2] ?? {};
  const close = vi.fn();
  blocking?.(3, null, { target: { close } } as unknown as IDBVersionChangeEvent);
  expect(close).toHaveBeenCalledOnce();
  for (const step of [12, 15]) {
    stepTo(step);
    await saver.save();
    expect([state.saved.trouble.value, state.saved.upTo.value]).toEqual([undefined, step]);
    expect(openDB).toHaveBeenCalledTimes(step / 3 - 2);
    terminated?.();
  }
});
