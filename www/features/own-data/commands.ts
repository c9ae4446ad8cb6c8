// What is done with data of one's own.

import type { Page } from '../../app/page';
import type { Handlers } from '../../app/send';
import type { ChosenFile, ImportedSet } from '../../engine/protocol/importer';
import { Importing } from './importing';
import { Kept } from './kept';
import { words } from './panel/words';
import { Reader, sumOf } from './reader';
import type { Options, OwnSet } from './state';

export type OwnDataCommand =
  /** Files and folders that were chosen or dropped, as they are found. */
  | { do: 'read own data'; files: Iterable<ChosenFile> | AsyncIterable<ChosenFile> }
  | { do: 'read it otherwise'; options: Options }
  /** What is being read, or was and is not used. */
  | { do: 'leave own data' }
  /** What was read; it is kept in this browser. */
  | { do: 'use own data'; name: string }
  | { do: 'list own data' }
  | { do: 'use kept data'; key: string }
  | { do: 'delete kept data'; key: string };

export function ownDataCommands({ state, base, send }: Page): Handlers<OwnDataCommand> {
  const { ownData } = state;
  const importing = new Importing(ownData, base, (signal) => new Reader(signal));
  const kept = new Kept(state, sumOf);
  return {
    'read own data': ({ files }) => importing.read(files),
    'read it otherwise': ({ options }) => importing.change(options),
    'leave own data': () => importing.leave(),

    async 'use own data'({ name }) {
      const set = ownData.preview.peek()?.set;
      if (typeof set !== 'object') return;
      const own = setOf(set, name);
      importing.leave();
      send({ do: 'use data', set: own });
      await kept.keep(own);
    },

    'list own data': () => kept.list(),

    async 'use kept data'({ key }) {
      send({ do: 'use data', set: await kept.read(key) });
    },

    async 'delete kept data'({ key }) {
      const { name, putBack } = await kept.remove(key);
      state.undo.offered.value = {
        words: () => words.value.deleted(name),
        undo: putBack,
        home: '#own-data-title',
      };
    },
  };
}

const totalOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

function setOf({ key, data, counts, splits }: ImportedSet, name: string): OwnSet {
  const [train, test] = [totalOf(counts.train), totalOf(counts.t10k)];
  return { key, name: name || words.value.unnamed, data, train, test, source: { at: 'here', splits } };
}
