// What is done with data of one's own.

import { useAndShow } from '../../app/data/using';
import type { Page } from '../../app/page';
import type { Handlers } from '../../app/send';
import { SITE_DATA, SITE_FILES } from '../../engine/data/spec';
import type { ChosenFile, Imported } from '../../engine/protocol/importer';
import { find } from '../../ui/dom';
import { Importing } from './importing';
import { Kept } from './kept';
import { Mine, nameOf } from './mine/mine';
import { words } from './panel/words';
import { briefly, Reader, sumOf } from './reader';
import { type Options, type OwnSet, usable } from './state';

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
  | { do: 'rename kept data'; key: string; name: string }
  | { do: 'delete kept data'; key: string }
  | MineCommand;

/** Of what is drawn on the pad to be a data set. */
type MineCommand =
  | { do: 'list mine' }
  /** What lies on the pad, which is clear then. */
  | { do: 'add to mine'; class: string }
  | { do: 'take from mine'; index: number }
  | { do: 'clear mine' }
  /** Alone, or with the site's digits. */
  | { do: 'train on mine'; mixed: boolean }
  /** Where it is drawn. */
  | { do: 'show mine' };

export function ownDataCommands(page: Page): Handlers<OwnDataCommand> {
  const { state, base, send } = page;
  const { ownData } = state;
  const importing = new Importing(ownData, base, (signal) => new Reader(signal));
  const kept = new Kept(state, sumOf);
  const mine = new Mine(state, (drawing, side) =>
    briefly((reader) => reader.prepared(base, drawing, side, SITE_DATA)),
  );
  return {
    'read own data': ({ files }) => importing.read(files),
    'read it otherwise': ({ options }) => importing.change(options),
    'leave own data': () => importing.leave(),

    async 'use own data'({ name }) {
      const { preview } = ownData;
      const set = usable(preview.peek()?.set);
      if (!set) return;
      const own = { ...setOf(set, name), reading: preview.peek()?.reading ?? [] };
      importing.leave();
      send({ do: 'use data', set: own });
      await kept.keep(own, set.sum);
    },

    'list own data': () => kept.list(),

    async 'use kept data'({ key }) {
      send({ do: 'use data', set: await kept.read(key) });
    },

    'rename kept data': ({ key, name }) => kept.rename(key, name || words.value.unnamed),

    async 'delete kept data'({ key }) {
      const { name, putBack } = await kept.remove(key);
      const runs = state.saved.runs.peek()?.filter(({ dataSet }) => dataSet === key) ?? [];
      state.undo.offered.value = {
        words: () => words.value.deleted(name, runs.length),
        undo: putBack,
        home: '#own-data-title',
      };
    },

    'list mine': async () => void (await mine.list()),
    'add to mine': (command) => mine.add(command.class, () => send({ do: 'clear' })),
    'take from mine': ({ index }) => mine.take(index),
    'clear mine': () => mine.clear(),

    async 'train on mine'({ mixed }) {
      if (ownData.making.peek()) return;
      ownData.making.value = true;
      try {
        const drawings = await mine.list();
        const others = mixed ? SITE_FILES : undefined;
        const made = await briefly((reader) => reader.made(base, drawings, SITE_DATA, others));
        const own = setOf(made, nameOf(drawings, mixed));
        await useAndShow(page, own);
        send({ do: 'start' });
        await kept.keep(own, made.sum);
      } finally {
        ownData.making.value = false;
      }
    },

    'show mine': () => showMine(),
  };
}

/** Where it is drawn, unfolded. */
function showMine() {
  const panel = find(HTMLDetailsElement, '#mine');
  for (let around: Element | null = panel; around; around = around.parentElement)
    if (around instanceof HTMLDetailsElement) around.open = true;
  find(HTMLElement, 'summary', panel).focus({ preventScroll: true });
  panel.closest('section')?.scrollIntoView({ block: 'nearest' });
}

function sizesOf(set: Imported) {
  if ('people' in set) return set.people;
  if ('texts' in set) return set.texts;
  if ('lines' in set) return set.lines;
  return { train: totalOf(set.counts.train), t10k: totalOf(set.counts.t10k) };
}

const totalOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

function setOf(set: Imported, name: string): OwnSet {
  const { key, data, splits } = set;
  const { train, t10k: test } = sizesOf(set);
  return { key, name: name || words.value.unnamed, data, train, test, source: { at: 'here', splits } };
}
