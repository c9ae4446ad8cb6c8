// The data sets that are kept in this browser.

import type { Mount, PanelContext } from '../../../app/feature';
import { hasLikes } from '../../../engine/data/spec';
import { find, make } from '../../../ui/dom';
import { watch } from '../../../ui/lifetime';
import { namedButton } from '../../../ui/named-button';
import { isTyping, namedCell, nameField, replaceRows } from '../../../ui/table-rows';
import { count, decimal } from '../../../ui/words';
import type { KeptSet } from '../state';
import { sizeOfRow, words } from './words';

const MEGABYTE = 1e6;
/** Its size says something in thousandths of megabytes alone. */
const SMALL = MEGABYTE / 10;

export const showKept: Mount = (root, context, signal) => {
  const { ownData } = context.state;
  const box = find(HTMLElement, '#own-kept', root);
  const body = find(HTMLTableSectionElement, 'tbody', box);
  watch(signal, () => {
    const wrong = ownData.trouble.value;
    find(HTMLElement, '#own-trouble', root).textContent = wrong ? words.value.trouble[wrong] : '';
  });
  watch(signal, () => {
    const gone = ownData.gone.value.map(({ name }) => name);
    find(HTMLElement, '#own-gone', root).textContent = gone.length > 0 ? words.value.goneElsewhere(gone) : '';
  });
  watch(signal, () => {
    const kept = ownData.kept.value ?? [];
    box.hidden = kept.length === 0;
    if (isTyping(body)) return;
    const shown = new AbortController();
    replaceRows(
      body,
      kept.map((set) => rowOf(set, context, shown.signal)),
    );
    return () => shown.abort();
  });
};

function rowOf(
  { key, name, data, train, test, bytes }: KeptSet,
  { state, send }: PanelContext,
  signal: AbortSignal,
) {
  const said = words.value;
  const button = (short: string, whole: string, press: () => void) =>
    namedButton(short, whole, press, signal);
  const use =
    key === state.data.used.value?.key
      ? make('span', 'note', said.inUse)
      : button(said.useKept, said.useKeptOf(name), () => send({ do: 'use kept data', key }));
  const remove = button(said.remove, said.removeOf(name), () => send({ do: 'delete kept data', key }));
  const rename = (given: string) => send({ do: 'rename kept data', key, name: given });
  const head = make('th', '', nameField(name, said.nameOf(name), rename, signal));
  head.scope = 'row';
  const row = make(
    'tr',
    '',
    head,
    namedCell(said.pictures, 'figure', `${count(train)} + ${count(test)}`),
    namedCell(said.classes, 'figure', hasLikes(data) ? '–' : count(data.classes.length)),
    namedCell(said.shape, '', sizeOfRow(data, said)),
    namedCell(said.size, 'figure', said.megabytes(decimal(bytes / MEGABYTE, bytes < SMALL ? 3 : 1))),
    make('td', '', make('div', 'buttons', use, remove)),
  );
  row.dataset.key = key;
  return row;
}
