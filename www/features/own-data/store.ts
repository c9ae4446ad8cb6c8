// Data sets of one's own in IndexedDB: a list of what they are, and apart from it their files.

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { Failed } from '../../engine/failure/failure';
import type { Split, SplitFiles } from '../../engine/protocol';
import type { KeptSet } from './state';

export interface Contents {
  splits: Readonly<Record<Split, SplitFiles>>;
  /** Of all of its files. */
  sum: string;
}

interface Schema extends DBSchema {
  sets: { key: string; value: KeptSet };
  contents: { key: string; value: Contents };
}

const ALL = ['sets', 'contents'] as const;

export class Store {
  private constructor(private readonly database: IDBPDatabase<Schema>) {}

  static async open(): Promise<Store> {
    const database = await openDB<Schema>('latent-explorer data', 1, {
      upgrade(database) {
        database.createObjectStore('sets', { keyPath: 'key' });
        database.createObjectStore('contents');
      },
      // Another tab has a newer page.
      blocking: (_, __, event) => (event.target as IDBDatabase).close(),
    });
    return new Store(database);
  }

  /** The newest first. */
  async list(): Promise<KeptSet[]> {
    const sets = await this.database.getAll('sets');
    return sets.sort((one, other) => other.savedAt - one.savedAt);
  }

  /** Both, or neither. */
  async write(set: KeptSet, contents: Contents): Promise<void> {
    const transaction = this.database.transaction(ALL, 'readwrite', { durability: 'strict' });
    await Promise.all([
      transaction.objectStore('sets').put(set),
      transaction.objectStore('contents').put(contents, set.key),
      transaction.done,
    ]);
  }

  /** @throws {Failed} where it is not there. */
  async read(key: string): Promise<{ set: KeptSet; contents: Contents }> {
    const transaction = this.database.transaction(ALL);
    const [set, contents] = await Promise.all([
      transaction.objectStore('sets').get(key),
      transaction.objectStore('contents').get(key),
    ]);
    if (!set || !contents) throw new Failed({ kind: 'savedGone' });
    return { set, contents };
  }

  async remove(key: string): Promise<void> {
    const transaction = this.database.transaction(ALL, 'readwrite');
    await Promise.all([
      transaction.objectStore('sets').delete(key),
      transaction.objectStore('contents').delete(key),
      transaction.done,
    ]);
  }
}
