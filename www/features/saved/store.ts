// What is kept in IndexedDB. A run and its files are written in one transaction: all are there, or what was before.

import { type IDBPDatabase, openDB } from 'idb';
import { type OtherVersions, toOthers } from '../../app/other-versions';
import { Failed } from '../../engine/failure/failure';
import { sha256 } from '../../engine/sha256';
import {
  type MomentFile,
  type MomentKey,
  momentsOf,
  type SavedFile,
  type SavedMoment,
  type SavedWhole,
  type Schema,
  weightsOf,
} from './schema';
import type { SavedRun, Unsized } from './state';
import { historiesToFiles, momentsToSizes } from './upgrades';

/** Of a run all that its entry in the list does not tell. */
export interface Contents {
  file: SavedFile;
  moments: readonly SavedMoment[];
}

const NAME = 'latent-explorer';
const VERSION = 3;
const ALL = ['runs', 'files', 'moments'] as const;

export class Store {
  /** Of moments, each of which is written with every saving of its run: what is summed once is known. */
  private readonly sums = new WeakMap<Uint8Array, Promise<string>>();

  private constructor(
    private readonly database: IDBPDatabase<Schema>,
    private readonly tell: () => void,
  ) {}

  /** `tell` tells other tabs of a change. */
  static async open(tell: () => void, others: OtherVersions): Promise<Store> {
    const database = await openDB<Schema>(NAME, VERSION, {
      async upgrade(database, before, _, transaction) {
        if (before < 1) {
          database.createObjectStore('runs', { keyPath: 'id' });
          database.createObjectStore('files');
        }
        if (before < 2) database.createObjectStore('moments');
        if (before === 1) await historiesToFiles(transaction);
        if (before === 2) await momentsToSizes(transaction);
      },
      ...toOthers(others),
    });
    return new Store(database, tell);
  }

  /** The newest first. */
  async runs(): Promise<SavedRun[]> {
    const runs = await this.database.getAll('runs');
    return runs.sort((one, other) => other.savedAt - one.savedAt);
  }

  async put(
    run: Unsized,
    { checkpoint, history }: Omit<SavedFile, 'sha256'>,
    moments: readonly SavedMoment[],
  ): Promise<void> {
    const file = { checkpoint, sha256: await sha256(checkpoint), history };
    await this.write(run, { file, moments });
  }

  /** Of the run alone: its name, or whether it is a page's. */
  async change(id: string, changes: Partial<SavedRun>): Promise<void> {
    const transaction = this.database.transaction('runs', 'readwrite');
    const run = await transaction.store.get(id);
    await Promise.all([run && transaction.store.put({ ...run, ...changes }), transaction.done]);
    this.tell();
  }

  /**
   * With its file, and without its history.
   * @throws {Failed} where the file is not what was written.
   */
  async readFile(id: string): Promise<SavedWhole> {
    const transaction = this.database.transaction(['runs', 'files']);
    const [run, file] = await Promise.all([
      transaction.objectStore('runs').get(id),
      transaction.objectStore('files').get(id),
    ]);
    if (!run || !file) throw new Failed({ kind: 'savedGone' });
    if ((await sha256(file.checkpoint)) !== file.sha256) throw new Failed({ kind: 'savedDamaged' });
    return { run, file };
  }

  /** With its history too, and how many moments of it are not what was written: they are left out. */
  async read(id: string): Promise<SavedWhole & Contents & { leftOut: number }> {
    const [whole, keys] = await Promise.all([
      this.readFile(id),
      this.database.getAllKeys('moments', momentsOf(id)),
    ]);
    const found = await Promise.all(keys.map((key) => this.momentAt(key)));
    const moments = found.filter((moment) => moment !== undefined);
    return { ...whole, moments, leftOut: keys.length - moments.length };
  }

  /** One that cannot be read costs no other. */
  private async momentAt(key: MomentKey): Promise<SavedMoment | undefined> {
    const stored = await this.database.get('moments', key).catch(() => undefined);
    if (!stored) return undefined;
    const isWhole = !('sha256' in stored) || (await sha256(stored.weights)) === stored.sha256;
    return isWhole ? { step: key[1], weights: weightsOf(stored) } : undefined;
  }

  /** A moment that is there already is not written again. */
  async write(run: Unsized, { file, moments }: Contents): Promise<void> {
    const summed = await Promise.all(moments.map((moment) => this.summed(moment)));
    const transaction = this.database.transaction(ALL, 'readwrite', { durability: 'strict' });
    const kept = transaction.objectStore('moments');
    const known = new Set((await kept.getAllKeys(momentsOf(run.id))).map(([, step]) => step));
    const wanted = new Set(moments.map(({ step }) => step));
    await Promise.all([
      transaction.objectStore('runs').put({ ...run, bytes: bytesOf(file, moments) }),
      transaction.objectStore('files').put(file, run.id),
      ...summed.filter(({ step }) => !known.has(step)).map(({ step, of }) => kept.put(of, [run.id, step])),
      ...[...known].filter((step) => !wanted.has(step)).map((step) => kept.delete([run.id, step])),
      transaction.done,
    ]);
    this.tell();
  }

  private async summed({ step, weights: given }: SavedMoment): Promise<{ step: number; of: MomentFile }> {
    const weights = given as MomentFile['weights'];
    const sum = this.sums.get(weights) ?? sha256(weights);
    this.sums.set(weights, sum);
    return { step, of: { weights, sha256: await sum } };
  }

  async remove(id: string): Promise<void> {
    const transaction = this.database.transaction(ALL, 'readwrite');
    await Promise.all([
      transaction.objectStore('runs').delete(id),
      transaction.objectStore('files').delete(id),
      transaction.objectStore('moments').delete(momentsOf(id)),
      transaction.done,
    ]);
    this.tell();
  }
}

const bytesOf = ({ checkpoint }: SavedFile, moments: readonly SavedMoment[]) =>
  moments.reduce((bytes, { weights }) => bytes + weights.byteLength, checkpoint.byteLength);
