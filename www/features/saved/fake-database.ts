// The part of IndexedDB that runs are kept with, in memory, for tests.

import type { OpenDBCallbacks } from 'idb';

type Key = string | readonly [id: string, step: number];

/** Of one run, as `momentsOf` asks for it. */
interface Range {
  of: string;
}

/** In place of `IDBKeyRange`. */
export const KEY_RANGE = { bound: ([of]: [string]): Range => ({ of }) };

class FakeStore {
  readonly kept = new Map<string, { key: Key; value: unknown }>();
  get = async (key: Key) => structuredClone(this.kept.get(String(key))?.value);
  getAll = async (range?: Range) => this.within(range).map(({ value }) => structuredClone(value));
  getAllKeys = async (range?: Range) => this.within(range).map(({ key }) => key);
  async put(value: unknown, key: Key = (value as { id: string }).id) {
    this.kept.set(String(key), { key, value: structuredClone(value) });
  }
  async delete(key: Key | Range) {
    const gone = typeof key === 'object' && 'of' in key ? this.within(key) : [{ key }];
    for (const { key } of gone) this.kept.delete(String(key));
  }
  private within(range?: Range) {
    const all = [...this.kept.values()];
    const found = range ? all.filter(({ key }) => key[0] === range.of) : all;
    return found.sort((one, other) => Number(one.key[1]) - Number(other.key[1]));
  }
}

export class FakeDatabase {
  readonly stores = new Map<string, FakeStore>();
  readonly done = Promise.resolve();
  createObjectStore = (name: string) => void this.stores.set(name, new FakeStore());
  objectStore = (name: string) => {
    const store = this.stores.get(name);
    if (!store) throw new DOMException(`There is no store “${name}”.`, 'NotFoundError');
    return store;
  };
  /** All at once: whatever is under way comes through. */
  transaction = (names: string | readonly string[]) =>
    Object.assign(Object.create(this), typeof names === 'string' && { store: this.objectStore(names) });
  get = (name: string, key: Key) => this.objectStore(name).get(key);
  getAll = (name: string) => this.objectStore(name).getAll();
  getAllKeys = (name: string, range?: Range) => this.objectStore(name).getAllKeys(range);
}

interface Tab {
  version: number;
  callbacks: OpenDBCallbacks<unknown>;
  close: () => void;
}

/** One database that tabs with several versions of the page open, as a browser has it: in place of `openDB`. */
export function sharedDatabase(database = new FakeDatabase()) {
  const tabs = new Set<Tab>();
  let version = 0;
  let hearClose: () => void = () => undefined;

  /** Nothing is read or written once it is closed. */
  function connection(tab: Tab) {
    const refuse = () => {
      if (!tabs.has(tab)) throw new DOMException('It is closed.', 'InvalidStateError');
      return database;
    };
    const transaction: FakeDatabase['transaction'] = (names) => refuse().transaction(names);
    const getAll: FakeDatabase['getAll'] = async (name) => refuse().getAll(name);
    return Object.assign(Object.create(database), { transaction, getAll, close: tab.close });
  }

  return async function openDB(_: string, wanted = 1, callbacks: OpenDBCallbacks<unknown> = {}) {
    if (wanted < version) throw new DOMException('There is a newer one.', 'VersionError');
    const older = () => [...tabs].filter((tab) => tab.version < wanted);
    for (const tab of older())
      tab.callbacks.blocking?.(tab.version, wanted, { target: tab } as unknown as IDBVersionChangeEvent);
    if (older().length > 0) callbacks.blocked?.(version, wanted, {} as IDBVersionChangeEvent);
    while (older().length > 0) await new Promise<void>((resolve) => (hearClose = resolve));
    const upgrade = callbacks.upgrade as unknown as ((...given: unknown[]) => unknown) | undefined;
    if (version < wanted) await upgrade?.(database, version, wanted, database);
    version = wanted;
    const tab: Tab = {
      version,
      callbacks,
      close() {
        tabs.delete(tab);
        hearClose();
      },
    };
    tabs.add(tab);
    return connection(tab);
  };
}
