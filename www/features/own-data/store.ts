// Data sets of one's own in IndexedDB: a list of what they are, and apart from it their files.

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { Failed } from '../../engine/failure/failure';
import type { DataSet, Split, SplitFiles } from '../../engine/protocol';
import { sha256 } from '../../engine/sha256';
import type { KeptSet } from './state';

type Splits = Readonly<Record<Split, SplitFiles>>;

export interface Contents {
  splits: Splits;
  /** Of all of its files, in hexadecimal; none where the browser reckons none. */
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

  async put({ source, ...set }: DataSet & { source: { at: 'here' } }): Promise<void> {
    const { splits } = source;
    const bytes = filesOf(splits).reduce((sum, { size }) => sum + size, 0);
    await this.write({ ...set, savedAt: Date.now(), bytes }, { splits, sum: await sumOf(splits) });
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

  /** @throws {Failed} where it is not there, or not what was written. */
  async read(key: string) {
    const { set, contents } = await this.asItIs(key);
    if ((await sumOf(contents.splits)) !== contents.sum) throw new Failed({ kind: 'savedDamaged' });
    return { set, contents };
  }

  /** @throws {Failed} where it is not there. */
  async asItIs(key: string): Promise<{ set: KeptSet; contents: Contents }> {
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

const filesOf = ({ train, t10k }: Splits) => [train.images, train.labels, t10k.images, t10k.labels];

async function sumOf(splits: Splits): Promise<string> {
  if (!globalThis.crypto?.subtle) return '';
  const sums: string[] = [];
  for (const file of filesOf(splits)) sums.push(await sha256(new Uint8Array(await file.arrayBuffer())));
  return sums.join(' ');
}
