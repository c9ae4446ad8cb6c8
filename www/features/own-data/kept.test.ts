import { afterEach, expect, it, vi } from 'vitest';
import type { DataSet } from '../../engine/protocol';
import { createState, DATA } from '../testing';
import { Kept } from './kept';
import type { OwnSet } from './state';
import { Store, type StoredSet } from './store';

afterEach(() => vi.restoreAllMocks());

const SUM = 'sums of four files';
const files = { images: new Blob(['1234']), labels: new Blob(['1']) };
const set = {
  key: 'a',
  name: 'mine',
  data: DATA,
  train: 1,
  test: 1,
  source: { at: 'here' as const, splits: { train: files, t10k: files } },
} satisfies OwnSet;

const site: DataSet = { ...set, key: 'mnist', source: { at: 'site', folder: 'data/' } };

it('says that storage is blocked, and goes on', async () => {
  vi.spyOn(Store, 'open').mockRejectedValue(new DOMException('no', 'SecurityError'));
  const state = createState();
  const { ownData } = state;
  const kept = new Kept(state, async () => SUM);
  await kept.keep(set, SUM);
  expect([ownData.trouble.value, ownData.kept.value]).toEqual(['blocked', []]);
  await expect(kept.read('a')).rejects.toMatchObject({ failure: { kind: 'noStorage' } });
});

it('says that storage is full, until something finds room', async () => {
  const put = vi.fn().mockRejectedValueOnce(new DOMException('no', 'QuotaExceededError'));
  vi.spyOn(Store, 'open').mockResolvedValue({ put, list: async () => [] } as unknown as Store);
  const state = createState();
  const { ownData } = state;
  const kept = new Kept(state, async () => SUM);
  await kept.keep(set, SUM);
  expect(ownData.trouble.value).toBe('full');
  await kept.keep(set, SUM);
  expect(ownData.trouble.value).toBeUndefined();
});

it('is renamed wherever the page calls it by its name, in use too', async () => {
  const rename = vi.fn(async () => true);
  const list = async () => [{ ...set, name: 'bars', savedAt: 1, bytes: 1, sum: '' }];
  vi.spyOn(Store, 'open').mockResolvedValue({ rename, list } as unknown as Store);
  const state = createState();
  state.data.sets.value = [site];
  state.data.used.value = set;
  const kept = new Kept(state, async () => SUM);
  await kept.rename('a', 'bars');
  expect(rename).toHaveBeenCalledWith('a', 'bars');
  expect(state.data.used.value?.name).toBe('bars');
  expect(state.data.sets.value.at(-1)?.name).toBe('bars');
  rename.mockResolvedValueOnce(false);
  await expect(kept.rename('a', 'beams')).rejects.toMatchObject({ failure: { kind: 'savedGone' } });
});

it('lists what another tab keeps as soon as it is told of it', async () => {
  const list = vi.fn(async (): Promise<StoredSet[]> => []);
  vi.spyOn(Store, 'open').mockResolvedValue({ list } as unknown as Store);
  const other = new BroadcastChannel('latent-explorer data');
  const hear = () => other.postMessage('changed');
  const state = createState();
  state.data.sets.value = [site];
  await new Kept(state, async () => SUM).list();
  list.mockResolvedValue([{ ...set, savedAt: 1, bytes: 1, sum: '' }]);
  hear();
  await vi.waitFor(() => expect(state.ownData.kept.value).toHaveLength(1));
  expect(state.ownData.gone.value).toEqual([]);
  list.mockResolvedValue([]);
  hear();
  await vi.waitFor(() => expect(state.ownData.gone.value.map(({ name }) => name)).toEqual(['mine']));
});

it('lists what is kept among what can be chosen; one in use stays there when it is deleted', async () => {
  const stored = new Map<string, StoredSet>();
  const store = {
    list: async () => [...stored.values()],
    read: async (key: string) => stored.get(key),
    put: async (set: StoredSet) => void stored.set(set.key, set),
    remove: async (key: string) => void stored.delete(key),
  };
  vi.spyOn(Store, 'open').mockResolvedValue(store as unknown as Store);
  const state = createState();
  let sum = SUM;
  const kept = new Kept(state, async () => sum);
  const keeping = kept.keep(set, SUM);
  await vi.waitFor(() => expect(state.ownData.kept.value).toHaveLength(1));
  expect(state.data.sets.value).toEqual([]);
  state.data.sets.value = [site];
  await keeping;
  expect(state.ownData.kept.value).toMatchObject([{ key: 'a', bytes: 10 }]);
  expect(state.data.sets.value.map(({ key }) => key)).toEqual(['mnist', 'a']);
  expect(await kept.read('a')).toEqual(set);

  // Kept before texts had sums of their own.
  sum = `${SUM} texts`;
  expect(await kept.read('a')).toEqual(set);
  sum = 'another one';
  await expect(kept.read('a')).rejects.toMatchObject({ failure: { kind: 'savedDamaged' } });
  const { name, putBack } = await kept.remove('a');
  expect([name, state.ownData.kept.value, state.data.sets.value]).toEqual(['mine', [], [site]]);
  await putBack();
  expect(state.data.sets.value).toHaveLength(2);
  // In another tab.
  stored.clear();
  await expect(kept.read('a')).rejects.toMatchObject({ failure: { kind: 'savedGone' } });
  await vi.waitFor(() => expect([state.ownData.kept.value, state.data.sets.value]).toEqual([[], [site]]));
  await putBack();
  state.data.used.value = set;
  await kept.remove('a');
  expect(state.data.sets.value).toHaveLength(2);
});
