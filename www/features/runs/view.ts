// The present run and those before it, to be compared, shown again and trained on.

import { computed, effect, type ReadonlySignal } from '@preact/signals-core';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import { find } from '../../ui/dom';
import { differencesWords, runNameWords } from '../../ui/run-words';
import { text } from '../../ui/text';
import { type Entry, presentRow, type Row, rowOfKept } from './row';
import type { KeptRun } from './state';

export function showRuns(state: State, send: Send) {
  const panel = find(HTMLElement, '#runs');
  effect(() => {
    panel.hidden = state.runs.kept.value.length === 0;
  });
  const entries = computed(() => entriesOf(state));
  showRows(state, send, entries);
  const dropped = find(HTMLElement, '#runs-dropped');
  effect(() => {
    const names = state.runs.dropped.value.map(runNameWords);
    dropped.textContent = names.length > 0 ? text.value.runs.dropped(names) : '';
  });
}

/** The present run first, where there is one, then the kept ones, the newest first. */
function entriesOf(state: State): Entry[] {
  const {
    run: { config, progress, test, epochTest },
    runs: { name: runName, kept },
  } = state;
  const present: Omit<Entry, 'differs'>[] =
    config.value && progress.value
      ? [
          {
            run: undefined,
            name: runName.value,
            config: config.value,
            position: progress.value.position,
            test: epochTest.value ?? test.value,
          },
        ]
      : [];
  const before = kept.value.toReversed().map(entryOfKept);
  const all = [...present, ...before];
  const differs = differencesWords(all.map(({ config }) => config));
  return all.map((entry, index) => ({ ...entry, differs: differs[index] ?? '' }));
}

const entryOfKept = (kept: KeptRun): Omit<Entry, 'differs'> => ({
  run: kept.run,
  name: kept.name,
  config: kept.config,
  position: kept.position,
  test: kept.epochTest ?? kept.test,
  look: kept.look,
  overlaid: kept.overlaid,
});

/** Rows stay while their runs do: what is typed or focused in them stays too. */
function showRows(state: State, send: Send, entries: ReadonlySignal<Entry[]>) {
  const body = find(HTMLTableSectionElement, '#runs tbody');
  const rows = new Map<number | undefined, Row>();
  const ids = computed(() => JSON.stringify(entries.value.map(({ run }) => run ?? null)));
  effect(() => {
    const wanted = (JSON.parse(ids.value) as (number | null)[]).map((run) => run ?? undefined);
    for (const [run, row] of rows) {
      if (wanted.includes(run)) continue;
      if (row.element.contains(document.activeElement)) find(HTMLElement, '#runs-title').focus();
      row.dispose();
      rows.delete(run);
    }
    for (const run of wanted) {
      const entry = computed(() => entries.value.find((each) => each.run === run));
      const make = () => (run === undefined ? presentRow(entry, send) : rowOfKept(run, entry, state, send));
      if (!rows.has(run)) rows.set(run, make());
    }
    body.replaceChildren(...wanted.flatMap((run) => rows.get(run)?.element ?? []));
  });
}
