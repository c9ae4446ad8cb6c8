import { afterEach, expect, it, vi } from 'vitest';
import type { DataSet } from '../../engine/protocol';
import { createState } from '../testing';
import { Kept } from './kept';
import { Store } from './store';

afterEach(() => vi.restoreAllMocks());

const set = { key: 'a', name: 'mine', source: { at: 'here' } } as DataSet & { source: { at: 'here' } };

it('says that storage is blocked, and goes on', async () => {
  vi.spyOn(Store, 'open').mockRejectedValue(new DOMException('no', 'SecurityError'));
  const { ownData } = createState();
  const kept = new Kept(ownData);
  await kept.keep(set);
  expect([ownData.trouble.value, ownData.kept.value]).toEqual(['blocked', []]);
  await expect(kept.read('a')).rejects.toMatchObject({ failure: { kind: 'noStorage' } });
});

it('says that storage is full, until something finds room', async () => {
  const put = vi.fn().mockRejectedValueOnce(new DOMException('no', 'QuotaExceededError'));
  vi.spyOn(Store, 'open').mockResolvedValue({ put, list: async () => [] } as unknown as Store);
  const { ownData } = createState();
  const kept = new Kept(ownData);
  await kept.keep(set);
  expect(ownData.trouble.value).toBe('full');
  await kept.keep(set);
  expect(ownData.trouble.value).toBeUndefined();
});
