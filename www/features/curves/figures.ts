// The curves as a table, and as a file.

import { effect, signal } from '@preact/signals-core';
import type { State } from '../../app/store';
import { find, make } from '../../ui/dom';
import { runNameWords } from '../../ui/run-words';
import { text } from '../../ui/text';
import { count, decimal, nats } from '../../ui/words';
import { csvOf, type Row, rowsOf } from './table';

export function showFigures(state: State, root: HTMLElement) {
  const details = find(HTMLDetailsElement, '#curves-table');
  const body = find(HTMLTableSectionElement, 'tbody', details);
  const open = signal(details.open);
  details.addEventListener('toggle', () => {
    open.value = details.open;
  });
  effect(() => {
    // Filled while it can be seen.
    if (open.value) body.replaceChildren(...rowsOf(state.run.history.value).map(rowElement));
  });
  find(HTMLButtonElement, '#curves-csv', root).addEventListener('click', () => save(state));
}

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

function save({ run: { history }, runs: { kept, name: runName } }: State) {
  const present = { name: runNameWords(runName.peek()), history: history.peek() };
  const before = kept.peek().map(({ name, history }) => ({ name: runNameWords(name), history }));
  const blob = new Blob([csvOf([...before, present])], { type: 'text/csv' });
  const link = make('a', '');
  link.href = URL.createObjectURL(blob);
  link.download = `${text.peek().curves.file}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
