// What is kept in IndexedDB. A run and its file are written in one transaction: both are there, or what was before.

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { Failed } from '../../engine/failure/failure';
import { sha256 } from '../../engine/sha256';
import type { SavedRun } from './state';

export interface SavedFile {
  checkpoint: Uint8Array<ArrayBuffer>;
  /** Of the checkpoint, in hexadecimal digits. */
  sha256: string;
}

interface Schema extends DBSchema {
  runs: { key: string; value: SavedRun };
  files: { key: string; value: SavedFile };
}

const NAME = 'latent-explorer';
const VERSION = 1;
const BOTH = ['runs', 'files'] as const;

export class Store {
  private constructor(private readonly database: IDBPDatabase<Schema>) {}

  static async open(): Promise<Store> {
    const database = await openDB<Schema>(NAME, VERSION, {
      upgrade(database) {
        database.createObjectStore('runs', { keyPath: 'id' });
        database.createObjectStore('files');
      },
      // Another tab has a newer page.
      blocking: (_, __, event) => (event.target as IDBDatabase).close(),
    });
    return new Store(database);
  }

  /** The newest first. */
  async runs(): Promise<SavedRun[]> {
    const runs = await this.database.getAll('runs');
    return runs.sort((one, other) => other.savedAt - one.savedAt);
  }

  async put(run: SavedRun, checkpoint: Uint8Array<ArrayBuffer>): Promise<void> {
    const file = { checkpoint, sha256: await sha256(checkpoint) };
    await this.write(run, file);
  }

  /** Of the run alone: its name, or whether it is a page's. */
  async change(id: string, changes: Partial<SavedRun>): Promise<void> {
    const transaction = this.database.transaction('runs', 'readwrite');
    const run = await transaction.store.get(id);
    if (run) await transaction.store.put({ ...run, ...changes });
    await transaction.done;
  }

  /**
   * With its file.
   * @throws {Failed} where the file is not what was written.
   */
  async read(id: string): Promise<{ run: SavedRun; file: SavedFile }> {
    const run = await this.database.get('runs', id);
    const file = await this.database.get('files', id);
    if (!run || !file) throw new Failed({ kind: 'savedGone' });
    if ((await sha256(file.checkpoint)) !== file.sha256) throw new Failed({ kind: 'savedDamaged' });
    return { run, file };
  }

  async write(run: SavedRun, file: SavedFile): Promise<void> {
    const transaction = this.database.transaction(BOTH, 'readwrite', { durability: 'strict' });
    await Promise.all([
      transaction.objectStore('runs').put(run),
      transaction.objectStore('files').put(file, run.id),
      transaction.done,
    ]);
  }

  async remove(id: string): Promise<void> {
    const transaction = this.database.transaction(BOTH, 'readwrite');
    await Promise.all([
      transaction.objectStore('runs').delete(id),
      transaction.objectStore('files').delete(id),
      transaction.done,
    ]);
  }
}
