import { openDB } from 'idb';
import { expect, it, vi } from 'vitest';
import { storeChanged, stored } from './stored';

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

it('changes what is there at that very moment, once it can be opened', async () => {
  vi.mocked(openDB).mockRejectedValueOnce(new DOMException('not here', 'SecurityError'));
  vi.mocked(openDB).mockResolvedValue(database() as unknown as Awaited<ReturnType<typeof openDB>>);
  const add = (item: number) => (now: number[] | undefined) => [...(now ?? []), item];
  await expect(storeChanged('list', add(0))).rejects.toThrow('not here');
  await Promise.all([storeChanged('list', add(1)), storeChanged('list', add(2))]);
  expect(await stored('list')).toEqual([1, 2]);
});
