// Data sets of one's own in IndexedDB: what they are, and their files.

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type OtherVersions, toOthers } from '../../app/other-versions';
import type { KeptSet } from './state';

export interface StoredSet extends KeptSet {
  /** Of all of its files. */
  sum: string;
}

interface Schema extends DBSchema {
  sets: { key: string; value: StoredSet };
}

export class Store {
  private constructor(
    private readonly database: IDBPDatabase<Schema>,
    private readonly tell: () => void,
  ) {}

  /** `tell` tells other tabs of a change. */
  static async open(tell: () => void, others: OtherVersions): Promise<Store> {
    const database = await openDB<Schema>('latent-explorer data', 1, {
      upgrade: (database) => void database.createObjectStore('sets', { keyPath: 'key' }),
      ...toOthers(others),
    });
    return new Store(database, tell);
  }

  /** The newest first. Of their files no byte is read. */
  async list(): Promise<StoredSet[]> {
    const sets = await this.database.getAll('sets');
    return sets.sort((one, other) => other.savedAt - one.savedAt);
  }

  /** Whole, or not at all. */
  async put(set: StoredSet): Promise<void> {
    const transaction = this.database.transaction('sets', 'readwrite', { durability: 'strict' });
    await Promise.all([transaction.store.put(set), transaction.done]);
    this.tell();
  }

  /** Whether it is there still. */
  async rename(key: string, name: string): Promise<boolean> {
    const transaction = this.database.transaction('sets', 'readwrite');
    const set = await transaction.store.get(key);
    if (set) await transaction.store.put({ ...set, name });
    await transaction.done;
    this.tell();
    return set !== undefined;
  }

  read(key: string): Promise<StoredSet | undefined> {
    return this.database.get('sets', key);
  }

  async remove(key: string): Promise<void> {
    await this.database.delete('sets', key);
    this.tell();
  }
}
