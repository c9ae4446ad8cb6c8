import { afterEach, expect, it, vi } from 'vitest';
import { DEFAULT_RUN as PLAIN } from '../../app/settings/schema';
import type { From } from '../../engine/protocol';
import { chooseLanguage } from '../../ui/text';
import { createState } from '../testing';
import { listWords } from './list-words';
import { MOST_RUNS } from './oldest';
import { Saver } from './saver';
import type { SavedRun } from './state';
import { Store } from './store';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Of a run of nine steps. */
function trained() {
  const state = createState();
  state.run.config.value = PLAIN;
  const position = { epoch: 1, step: 9, stepInEpoch: 9, stepsPerEpoch: 10, images: 90, seconds: 1 };
  state.run.progress.value = { position, imagesPerSecond: 90 };
  return state;
}

it.each([
  ['full', 'put', new DOMException('no room', 'QuotaExceededError')],
  ['blocked', 'open', new DOMException('not here', 'SecurityError')],
] as const)('says that storage is %s, and the run goes on', async (trouble, at, error) => {
  const put = vi.fn(async () => undefined);
  if (at === 'put') put.mockRejectedValueOnce(error);
  const opened = vi.spyOn(Store, 'open').mockResolvedValue({ put, runs: async () => [] } as unknown as Store);
  if (at === 'open') opened.mockRejectedValueOnce(error);
  vi.stubGlobal('navigator', {});
  const state = trained();
  const from: From = { weights: Uint8Array.of(1), step: 9, seconds: 1 };
  const saver = new Saver(state, { run: 1, checkpoint: async () => from });
  await saver.save();
  expect([state.saved.trouble.value, state.saved.upTo.value]).toEqual([trouble, 0]);
});

it('saves a run under its own name, or not at all where another one has begun meanwhile, as in a sweep', async () => {
  const put = vi.fn(async () => undefined);
  vi.spyOn(Store, 'open').mockResolvedValue({ put, runs: async () => [] } as unknown as Store);
  vi.stubGlobal('navigator', {});
  const state = trained();
  const from: From = { weights: Uint8Array.of(1), step: 9, seconds: 1 };
  const training = {
    run: 1,
    async checkpoint() {
      await new Promise((resolve) => setTimeout(resolve, 10));
      return from;
    },
  };
  const saver = new Saver(state, training);
  const saving = saver.save();
  await new Promise((resolve) => setTimeout(resolve, 5));
  training.run = 2;
  await saving;
  expect(put).not.toHaveBeenCalled();
  await saver.save();
  expect(put).toHaveBeenCalledTimes(1);
});

const FULL = () => new DOMException('no room', 'QuotaExceededError');
const FROM: From = { weights: Uint8Array.of(1), step: 9, seconds: 1 };

/** A storage of which some things fail once. */
function storing(failing: Partial<Record<'put' | 'change' | 'runs', unknown>>) {
  const once = <Value>(at: keyof typeof failing, value: Value) => {
    const work = vi.fn(async () => value);
    return at in failing ? work.mockRejectedValueOnce(failing[at]) : work;
  };
  const store = { put: once('put', undefined), change: once('change', undefined), runs: once('runs', []) };
  vi.spyOn(Store, 'open').mockResolvedValue(store as unknown as Store);
  vi.stubGlobal('navigator', {});
  const state = trained();
  return { store, state, saver: new Saver(state, { run: 1, checkpoint: async () => FROM }) };
}

it.each(['change', 'runs'] as const)(
  'loses by a failure of “%s” that work alone, and says it',
  async (at) => {
    const { store, state, saver } = storing({ [at]: FULL() });
    await saver.change('a', { present: false });
    expect(state.saved.trouble.value).toBe('full');
    await saver.save();
    expect(store.put).toHaveBeenCalledTimes(1);
    expect([state.saved.trouble.value, state.saved.upTo.value]).toEqual([undefined, 9]);
  },
);

it('goes on after what is no fault of the storage, which is told to whoever asked', async () => {
  const { state, saver } = storing({ change: new TypeError('a mistake') });
  await expect(saver.change('a', {})).rejects.toThrow('a mistake');
  await saver.save();
  expect(state.saved.upTo.value).toBe(9);
});

it('says that a run has no room until one is saved whole, and that a name has none until one is', async () => {
  const whole = storing({ put: FULL() });
  await whole.saver.save();
  await whole.saver.change('a', {});
  expect(whole.state.saved.trouble.value).toBe('full');
  await whole.saver.save();
  expect(whole.state.saved.trouble.value).toBeUndefined();
  const name = storing({ change: FULL() });
  for (const trouble of ['full', undefined]) {
    await name.saver.change('a', {});
    expect(name.state.saved.trouble.value).toBe(trouble);
  }
});

it('opens the storage again that did not open', async () => {
  const { state, saver } = storing({});
  vi.mocked(Store.open).mockRejectedValueOnce(new DOMException('not here', 'SecurityError'));
  await saver.save();
  expect(state.saved.trouble.value).toBe('blocked');
  await saver.save();
  expect([state.saved.trouble.value, state.saved.upTo.value]).toEqual([undefined, 9]);
});

it('deletes the oldest run without a name where there are too many, and says which', async () => {
  const { store, state, saver } = storing({});
  const run = (number: number, more: Partial<SavedRun>) =>
    ({ id: `${number}`, name: { number, given: '' }, bytes: 1, ...more }) as SavedRun;
  // The newest first.
  let kept = Array.from({ length: MOST_RUNS + 1 }, (_, index) => run(MOST_RUNS + 1 - index, {}));
  kept[MOST_RUNS] = run(1, { name: { number: 1, given: 'mine' } });
  kept[MOST_RUNS - 1] = run(2, { kept: { look: 0, overlaid: true } });
  const remove = async (id: string) => {
    kept = kept.filter((run) => run.id !== id);
  };
  Object.assign(store, { runs: async () => kept, remove });
  await saver.save();
  expect(state.saved.runs.value?.slice(-2).map(({ id }) => id)).toEqual(['2', '1']);
  expect(state.saved.dropped.value.map(({ id }) => id)).toEqual(['3']);
  expect(listWords(state)).toMatch(/^Deleted as the oldest, for 40 runs at most are kept: Run 3\./);
  await chooseLanguage('zh');
  expect(listWords(state)).toContain('最多保留 40 次训练，最早的已删除：');
  await chooseLanguage('en');
});

it('says how much of a history is left out of the run that was read last', async () => {
  const { store, state, saver } = storing({});
  const name = { number: 3, given: '' };
  const read = vi.fn().mockResolvedValueOnce({ run: { name }, leftOut: 2 });
  Object.assign(store, { read: read.mockResolvedValue({ run: { name }, leftOut: 0 }) });
  await saver.read('a');
  expect(listWords(state)).toMatch(/^2 moments of the history of Run 3 are left out/);
  await chooseLanguage('zh');
  expect(listWords(state)).toContain('的历史中有 2 个时刻');
  await chooseLanguage('en');
  await saver.read('a');
  expect(listWords(state)).not.toContain('left out');
});
