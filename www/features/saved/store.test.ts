import { openDB } from 'idb';
import { beforeEach, expect, it, vi } from 'vitest';
import { emptyHistory } from '../../app/run/history';
import { FakeDatabase, KEY_RANGE } from './fake-database';
import type { SavedRun } from './state';
import { Store } from './store';

vi.mock('idb', () => ({ openDB: vi.fn() }));
vi.stubGlobal('IDBKeyRange', KEY_RANGE);

const NO_OTHERS = { waits() {}, givesWay() {}, closed() {} };

let database: FakeDatabase;
beforeEach(() => {
  database = new FakeDatabase();
});

/** As a browser opens it that has the version before. */
async function opened(before = 0) {
  vi.mocked(openDB).mockImplementation(async (_, version, callbacks) => {
    const upgrade = callbacks?.upgrade as unknown as (...given: unknown[]) => Promise<void>;
    await upgrade(database, before, version, database);
    return database as never;
  });
  return Store.open(() => {}, NO_OTHERS);
}

const run = (id: string) => ({ id, savedAt: 1, name: { number: 1, given: id } }) as SavedRun;
const file = { checkpoint: new Uint8Array(100), history: emptyHistory() };
const moment = (step: number, bytes = 10) => ({ step, weights: new Uint8Array(bytes).fill(step) });

it('says of a run what its checkpoint and its history take', async () => {
  const store = await opened();
  await store.put(run('a'), file, [moment(1), moment(2)]);
  await store.put(run('b'), file, []);
  expect((await store.runs()).map(({ bytes }) => bytes)).toEqual([120, 100]);
  await store.put(run('a'), file, [moment(2), moment(3), moment(4)]);
  expect((await store.read('a')).run.bytes).toBe(130);
});

it('counts what an earlier version has kept', async () => {
  for (const name of ['runs', 'files', 'moments']) database.createObjectStore(name);
  await database.objectStore('runs').put({ ...run('a'), bytes: 100 });
  for (const step of [1, 2]) await database.objectStore('moments').put(moment(step).weights, ['a', step]);
  await database.objectStore('moments').put(moment(1).weights, ['b', 1]);
  const store = await opened(2);
  expect((await store.runs())[0]?.bytes).toBe(120);
});

it('leaves out a moment that is not what was written, or cannot be read, and keeps all else', async () => {
  const store = await opened();
  await store.put(run('a'), file, [moment(1), moment(2), moment(3), moment(4)]);
  const moments = database.objectStore('moments');
  const stored = (await moments.get(['a', 2])) as { weights: Uint8Array };
  stored.weights[5] = 77;
  await moments.put(stored, ['a', 2]);
  vi.spyOn(database, 'get').mockImplementation(async (_, key) => {
    if (key[1] === 3) throw new DOMException('no', 'NotReadableError');
    return moments.get(key);
  });
  const found = await store.read('a');
  expect([found.moments, found.leftOut]).toEqual([[moment(1), moment(4)], 2]);
  expect(found.file.checkpoint).toHaveLength(100);
  // The next saving has no more of it.
  await store.put(run('a'), file, [...found.moments, moment(5)]);
  expect((await store.read('a')).leftOut).toBe(0);
});

it('takes a moment of an earlier version, which has no sum, as it is', async () => {
  const store = await opened();
  await store.put(run('a'), file, []);
  await database.objectStore('moments').put(moment(1).weights, ['a', 1]);
  expect(await store.read('a')).toMatchObject({ moments: [moment(1)], leftOut: 0 });
});

it('reads no history of a run of which the model alone is wanted, and tells a changed one', async () => {
  const store = await opened();
  await store.put(run('a'), file, [moment(1)]);
  const get = vi.spyOn(database, 'get');
  expect((await store.readFile('a')).file.checkpoint).toEqual(file.checkpoint);
  expect(get).not.toHaveBeenCalled();
  const files = database.objectStore('files');
  await files.put({ ...((await files.get('a')) as object), checkpoint: new Uint8Array(99) }, 'a');
  await expect(store.read('a')).rejects.toMatchObject({ failure: { kind: 'savedDamaged' } });
});
