import { openDB } from 'idb';
import { expect, it, vi } from 'vitest';
import { store, storeChanged, stored } from './stored';

vi.mock('idb', () => ({ openDB: vi.fn() }));

/** A database whose transactions come one after the other, as a browser's do. */
function database() {
  const kept = new Map<string, unknown>();
  let turn = Promise.resolve();
  const transaction = () => {
    const before = turn;
    let end = () => {};
    turn = new Promise((resolve) => (end = resolve));
    const store = {
      get: async (name: string) => {
        await before;
        return kept.get(name);
      },
      put: async (value: unknown, name: string) => {
        kept.set(name, value);
        end();
      },
    };
    return { store, done: turn };
  };
  return { transaction, get: async (_: string, name: string) => kept.get(name) };
}

it('leaves its database to a newer version of the page, and is silent from then on', async () => {
  const close = vi.fn();
  vi.mocked(openDB).mockResolvedValueOnce(database() as unknown as Awaited<ReturnType<typeof openDB>>);
  await store('drawing', 1);
  const { blocking } = vi.mocked(openDB).mock.lastCall?.[2] ?? {};
  blocking?.(1, 2, { target: { close } } as unknown as IDBVersionChangeEvent);
  expect(close).toHaveBeenCalledOnce();
  vi.mocked(openDB).mockRejectedValueOnce(new DOMException('newer', 'VersionError'));
  expect(await stored('drawing')).toBeUndefined();
});

it('changes what is there at that very moment, once it can be opened', async () => {
  vi.mocked(openDB).mockRejectedValueOnce(new DOMException('not here', 'SecurityError'));
  vi.mocked(openDB).mockResolvedValue(database() as unknown as Awaited<ReturnType<typeof openDB>>);
  const add = (item: number) => (now: number[] | undefined) => [...(now ?? []), item];
  await expect(storeChanged('list', add(0))).rejects.toThrow('not here');
  await Promise.all([storeChanged('list', add(1)), storeChanged('list', add(2))]);
  expect(await stored('list')).toEqual([1, 2]);
});
