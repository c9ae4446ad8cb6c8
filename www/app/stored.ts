// Small things that outlive the page, by their names, in this browser's IndexedDB. Where the browser blocks it they last as
// long as the page: the list of saved runs says so.

import { type DBSchema, openDB } from 'idb';
import { toOthers } from './other-versions';

interface Schema extends DBSchema {
  kept: { key: string; value: unknown };
}

const forget = () => {
  database = undefined;
};

const opened = () =>
  openDB<Schema>('latent-explorer page', 1, {
    upgrade: (database) => void database.createObjectStore('kept'),
    ...toOthers({
      waits: () => undefined,
      givesWay(close) {
        close();
        forget();
      },
      closed: forget,
    }),
  });
let database: ReturnType<typeof opened> | undefined;

const open = () => {
  database ??= opened().catch((error: unknown) => {
    // It may open another time.
    database = undefined;
    throw error;
  });
  return database;
};

export async function stored<Value>(name: string): Promise<Value | undefined> {
  try {
    return (await (await open()).get('kept', name)) as Value | undefined;
  } catch {
    return undefined;
  }
}

export async function store(name: string, value: unknown) {
  try {
    await (await open()).put('kept', value, name);
  } catch {
    // It is as it was at the next visit.
  }
}

/**
 * Read and written in one transaction, so that what another tab has kept meanwhile is changed, and not lost.
 * @throws where nothing can be kept.
 */
export async function storeChanged<Value>(
  name: string,
  change: (now: Value | undefined) => Value,
): Promise<Value> {
  const transaction = (await open()).transaction('kept', 'readwrite');
  const value = change((await transaction.store.get(name)) as Value | undefined);
  await Promise.all([transaction.store.put(value, name), transaction.done]);
  return value;
}
