import { afterEach, expect, it, vi } from 'vitest';
import type { DataSet } from '../../engine/protocol';
import { createState, DATA } from '../testing';
import { Kept } from './kept';
import { Store } from './store';

afterEach(() => vi.restoreAllMocks());

const files = { images: new Blob(['1234']), labels: new Blob(['1']) };
const set = {
  key: 'a',
  name: 'mine',
  data: DATA,
  train: 1,
  test: 1,
  source: { at: 'here' as const, splits: { train: files, t10k: files } },
} satisfies DataSet;

it('says that storage is blocked, and goes on', async () => {
  vi.spyOn(Store, 'open').mockRejectedValue(new DOMException('no', 'SecurityError'));
  const { ownData } = createState();
  const kept = new Kept(ownData, async () => 'sum');
  await kept.keep(set);
  expect([ownData.trouble.value, ownData.kept.value]).toEqual(['blocked', []]);
  await expect(kept.read('a')).rejects.toMatchObject({ failure: { kind: 'noStorage' } });
});

it('says that storage is full, until something finds room', async () => {
  const write = vi.fn().mockRejectedValueOnce(new DOMException('no', 'QuotaExceededError'));
  vi.spyOn(Store, 'open').mockResolvedValue({ write, list: async () => [] } as unknown as Store);
  const { ownData } = createState();
  const kept = new Kept(ownData, async () => 'sum');
  await kept.keep(set);
  expect(ownData.trouble.value).toBe('full');
  await kept.keep(set);
  expect(ownData.trouble.value).toBeUndefined();
});

it('tells a data set that is not what was written, which can be deleted and brought back all the same', async () => {
  const stored = new Map<string, unknown>();
  const store = {
    list: async () => [...stored.values()],
    read: async (key: string) => stored.get(key),
    write: async (set: { key: string }, contents: object) => void stored.set(set.key, { set, contents }),
    remove: async (key: string) => void stored.delete(key),
  };
  vi.spyOn(Store, 'open').mockResolvedValue(store as unknown as Store);
  let sum = 'as it was written';
  const kept = new Kept(createState().ownData, async () => sum);
  await kept.keep(set);
  expect(await kept.read('a')).toEqual(set);
  sum = 'another one';
  await expect(kept.read('a')).rejects.toMatchObject({ failure: { kind: 'savedDamaged' } });
  const { putBack } = await kept.remove('a');
  expect(stored.size).toBe(0);
  await putBack();
  expect(stored.size).toBe(1);
});
