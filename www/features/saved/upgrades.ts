// From the database of an earlier version of the page to that of this one.

import type { IDBPTransaction } from 'idb';
import { momentsOf, type SavedFile, type Schema, weightsOf } from './schema';
import type { SavedRun } from './state';

type Upgrade = IDBPTransaction<Schema, ('runs' | 'files' | 'moments')[], 'versionchange'>;

/** From the first: a list that is read has no curves in it. */
export async function historiesToFiles(transaction: Upgrade) {
  const [runs, files] = [transaction.objectStore('runs'), transaction.objectStore('files')];
  for (const stored of await runs.getAll()) {
    const { history, ...run } = stored as SavedRun & Pick<SavedFile, 'history'>;
    const file = await files.get(run.id);
    if (file) await files.put({ ...file, history }, run.id);
    await runs.put(run);
  }
}

/** From the second: what a run takes is all that is kept of it, and not its checkpoint alone. */
export async function momentsToSizes(transaction: Upgrade) {
  const [runs, moments] = [transaction.objectStore('runs'), transaction.objectStore('moments')];
  for (const run of await runs.getAll()) {
    let { bytes } = run;
    // One at a time: all of them are more than is to be held.
    for (const key of await moments.getAllKeys(momentsOf(run.id))) {
      const moment = await moments.get(key);
      bytes += moment ? weightsOf(moment).byteLength : 0;
    }
    await runs.put({ ...run, bytes });
  }
}
