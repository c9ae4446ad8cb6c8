// The present run and those before it, to be compared, shown again and trained on.

import { computed } from '@preact/signals-core';
import type { Mount } from '../../app/feature';
import { ofRun, refusals } from '../../app/model/unlike';
import type { KeptRun } from '../../app/run/kept';
import { differencesWords, runNameWords } from '../../app/run/words';
import { madeWith } from '../../app/settings/course';
import type { ReadonlyState } from '../../app/store';
import { find } from '../../ui/dom';
import { atEnd, watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { sentences } from '../../ui/words';
import { type Entry, presentRow, type Row, rowOfKept } from './row';

export const mount: Mount = (root, context, signal) => {
  const { state } = context;
  showRows(root, context, signal);
  const apart = find(HTMLElement, '#runs-apart', root);
  watch(signal, () => {
    const named = entriesOf(state).map(({ name, config, dataSet }) => ({
      name: runNameWords(name),
      quantity: ofRun(config, dataSet),
    }));
    apart.textContent = sentences(...refusals(named));
  });
  const dropped = find(HTMLElement, '#runs-dropped', root);
  watch(signal, () => {
    const names = state.runs.dropped.value.map(runNameWords);
    dropped.textContent = names.length > 0 ? text.value.runs.dropped(names) : '';
  });
};

/** The present run first, where there is one, then the kept ones, the newest first. */
function entriesOf(state: ReadonlyState): Entry[] {
  const {
    run: { config, texts, before: earlier, progress, test, epochTest },
    runs: { name: runName, kept },
    data,
  } = state;
  const present: Omit<Entry, 'differs'>[] =
    config.value && progress.value
      ? [
          {
            run: undefined,
            name: runName.value,
            dataSet: data.used.value?.key,
            ...madeWith(
              { config: config.value, texts: texts.value, before: earlier.value },
              progress.value.position.step,
            ),
            position: progress.value.position,
            test: test.value,
            epochTest: epochTest.value,
          },
        ]
      : [];
  const before = kept.value.toReversed().map(entryOfKept);
  const all = [...present, ...before];
  const differs = differencesWords(all);
  return all.map((entry, index) => ({ ...entry, differs: differs[index] ?? '' }));
}

const entryOfKept = (kept: KeptRun): Omit<Entry, 'differs'> => ({
  run: kept.run,
  name: kept.name,
  dataSet: kept.dataSet,
  config: kept.config,
  texts: kept.texts,
  before: kept.before,
  position: kept.position,
  test: kept.test,
  epochTest: kept.epochTest,
  look: kept.look,
  overlaid: kept.overlaid,
});

/** Rows stay while their runs do: what is typed or focused in them stays too. */
const showRows: Mount = (root, context, signal) => {
  const body = find(HTMLTableSectionElement, 'tbody', root);
  const entries = computed(() => entriesOf(context.state));
  const rows = new Map<number | undefined, Row>();
  const ids = computed(() => JSON.stringify(entries.value.map(({ run }) => run ?? null)));
  const drop = (run: number | undefined, row: Row) => {
    row.end();
    rows.delete(run);
  };
  watch(signal, () => {
    const wanted = (JSON.parse(ids.value) as (number | null)[]).map((run) => run ?? undefined);
    for (const [run, row] of rows) {
      if (wanted.includes(run)) continue;
      if (row.element.contains(document.activeElement)) find(HTMLElement, '#runs-title', root).focus();
      drop(run, row);
    }
    for (const run of wanted) {
      const entry = computed(() => entries.value.find((each) => each.run === run));
      if (!rows.has(run))
        rows.set(run, run === undefined ? presentRow(entry, context) : rowOfKept(run, entry, context));
    }
    body.replaceChildren(...wanted.flatMap((run) => rows.get(run)?.element ?? []));
  });
  atEnd(signal, () => {
    for (const [run, row] of rows) drop(run, row);
    body.replaceChildren();
  });
};
