// The curves as a table, and as a file.

import { signal as signalOf } from '@preact/signals-core';
import type { Mount } from '../../app/feature';
import { find, make } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { count, decimal, nats } from '../../ui/words';
import { type Row, rowsOf } from './table';

export const showFigures: Mount = (root, { state, send }, signal) => {
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
  const save = () => send({ do: 'save', what: 'curves', format: 'csv', plain: false });
  csv.addEventListener('click', save, { signal });
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
