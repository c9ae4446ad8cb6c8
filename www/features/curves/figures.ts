// The curves as a table, and as a file.

import { signal as signalOf } from '@preact/signals-core';
import { saveBlob } from '../../app/export/files';
import type { Mount } from '../../app/feature';
import { differencesWords, runNameWords } from '../../app/run/words';
import type { ReadonlyState } from '../../app/store';
import { find, make } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { count, decimal, nats } from '../../ui/words';
import { csvOf, type Row, rowsOf } from './table';

export const showFigures: Mount = (root, { state }, signal) => {
  const details = find(HTMLDetailsElement, '#curves-table', root);
  const body = find(HTMLTableSectionElement, 'tbody', details);
  const open = signalOf(details.open);
  const turn = () => {
    open.value = details.open;
  };
  details.addEventListener('toggle', turn, { signal });
  watch(signal, () => {
    // Filled while it can be seen.
    if (open.value) body.replaceChildren(...rowsOf(state.run.history.value).map(rowElement));
  });
  const csv = find(HTMLButtonElement, '#curves-csv', root);
  csv.addEventListener('click', () => save(state), { signal });
};

function rowElement({ images, epochs, train, test }: Row) {
  const head = make('th', '', count(images));
  head.scope = 'row';
  const figures = train.flatMap((value, term) => [value, test[term]]);
  return make(
    'tr',
    '',
    head,
    make('td', '', decimal(epochs, 2)),
    ...figures.map((value) => make('td', '', value === undefined ? '' : nats(value))),
  );
}

/** Each run by its name and by what sets it apart. */
function save({ run, runs: { kept, name } }: ReadonlyState) {
  const present = {
    ...{ name: name.peek(), history: run.history.peek() },
    ...{ texts: run.texts.peek(), before: run.before.peek() },
  };
  const all = [...kept.peek(), present];
  const differ = differencesWords(all);
  const named = all.map(({ name, history }, index) => ({
    name: [runNameWords(name), differ[index]].filter(Boolean).join(' · '),
    history,
  }));
  const blob = new Blob([csvOf(named)], { type: 'text/csv' });
  saveBlob(blob, `${text.peek().curves.file}.csv`);
}
