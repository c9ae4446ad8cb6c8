// The list of what is kept in this browser.

import type { Mount, PanelContext } from '../../app/feature';
import { differencesWords, runFigureWords, runNameWords } from '../../app/run/words';
import { kindWords, layersOf } from '../../ui/config-words';
import { find, make } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { namedButton } from '../../ui/named-button';
import { isTyping, namedCell, nameField, replaceRows } from '../../ui/table-rows';
import { text } from '../../ui/text';
import { count, dateWords } from '../../ui/words';
import { listWords, sizeWords } from './list-words';
import type { SavedRun } from './state';

export const mount: Mount = (root, context, signal) => {
  const { saved } = context.state;
  const words = find(HTMLElement, '#saved-words', root);
  const frame = find(HTMLElement, '.scrolls-across', root);
  const body = find(HTMLTableSectionElement, 'tbody', root);
  const file = find(HTMLInputElement, '#bring-in', root);
  const bringIn = () => {
    for (const chosen of file.files ?? []) context.send({ do: 'bring in', file: chosen });
    // The same one can be chosen again.
    file.value = '';
  };
  file.addEventListener('change', bringIn, { signal });
  for (const [selector, half] of [
    ['#take-out-shown', false],
    ['#take-out-half', true],
  ] as const) {
    const takeOut = () => context.send({ do: 'take out shown', half });
    find(HTMLButtonElement, selector, root).addEventListener('click', takeOut, { signal });
  }
  watch(signal, () => {
    words.classList.toggle('trouble', saved.trouble.value !== undefined);
    words.textContent = listWords(context.state);
    frame.hidden = !saved.runs.value?.length;
  });
  watch(signal, () => {
    const runs = saved.runs.value ?? [];
    if (isTyping(body)) return;
    const shown = new AbortController();
    const differ = differencesWords(runs);
    replaceRows(
      body,
      runs.map((run, index) => rowOf(run, differ[index], context, shown.signal)),
    );
    return () => shown.abort();
  });
};

function rowOf(
  run: SavedRun,
  differs: string | undefined,
  { state, send }: PanelContext,
  signal: AbortSignal,
) {
  const words = text.value.saved;
  const { id } = run;
  const named = runNameWords(run.name);
  const present = run.id === state.saved.present.value;
  const name = nameField(
    named,
    words.nameOf(named),
    (given) => send({ do: 'rename saved', id, given }),
    signal,
  );
  const head = make('th', '', name);
  head.scope = 'row';
  const button = (short: string, whole: string, press: () => void) =>
    namedButton(short, whole, press, signal);
  const open = present
    ? make('span', 'note', words.present)
    : button(words.open, words.openOf(named), () => send({ do: 'open saved', id, trains: false }));
  const takeOut = button(words.takeOut, words.takeOutOf(named), () => send({ do: 'take out', id }));
  const duplicate = button(words.duplicate, words.duplicateOf(named), () =>
    send({ do: 'duplicate saved', id }),
  );
  const remove = button(words.remove, words.removeOf(named), () => send({ do: 'delete saved', id }));
  const { model } = run.config;
  const row = make(
    'tr',
    '',
    head,
    namedCell(
      words.model,
      'made',
      [`${kindWords(model)} ${layersOf(model).join('–')}`, differs].filter(Boolean).join(' · '),
    ),
    namedCell(words.steps, 'figure', count(run.position.step)),
    namedCell(words.test, 'figure', runFigureWords(run)),
    namedCell(words.when, '', dateWords(run.savedAt)),
    namedCell(words.size, 'figure', sizeWords(run.bytes)),
    make('td', '', make('div', 'buttons', open, takeOut, duplicate, remove)),
  );
  row.dataset.key = id;
  return row;
}
