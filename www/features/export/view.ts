// What can be saved as a file: a line for each thing, with a button for each format.

import { canBeSaved, type Export, type FileFormat, isOffered } from '../../app/export/exports';
import type { Mount, PanelContext } from '../../app/feature';
import { find, make } from '../../ui/dom';
import { atEnd, watch } from '../../ui/lifetime';
import { text } from '../../ui/text';

export const mount: Mount = (root, context, signal) => {
  const { state, send, exports } = context;
  const plain = find(HTMLInputElement, '#export-plain', root);
  const words = find(HTMLElement, '#export-words', root);
  const save = (what: string, format: FileFormat) => send({ do: 'save', what, format, plain: plain.checked });
  const lines = exports.map((one) => lineOf(one, state, save, signal));
  find(HTMLElement, '.exports', root).prepend(...lines);
  atEnd(signal, () => {
    for (const line of lines) line.remove();
  });
  const ask = () => root.hasAttribute('open') && send({ do: 'find video formats' });
  root.addEventListener('toggle', ask, { signal });
  ask();
  watch(signal, () => {
    const { saving, notYet, noVideo } = text.value.export;
    const missing = exports.some((one) => isOffered(one) && !canBeSaved(one, state));
    const without = state.export.without.value.map((format) => format.toUpperCase());
    words.textContent = state.export.saving.value
      ? saving
      : [missing ? notYet : '', without.length > 0 ? noVideo(without) : ''].filter(Boolean).join(' ');
  });
};

type SaveAs = (what: string, format: FileFormat) => void;

function lineOf(one: Export, state: PanelContext['state'], save: SaveAs, signal: AbortSignal) {
  const name = make('span', '');
  watch(signal, () => {
    name.textContent = one.words();
  });
  const buttons = one.formats.map((format) => buttonOf(one, format, state, save, signal));
  const line = make('li', '', name, ...buttons);
  watch(signal, () => {
    line.hidden = !isOffered(one);
  });
  return line;
}

function buttonOf(
  one: Export,
  format: FileFormat,
  state: PanelContext['state'],
  save: SaveAs,
  signal: AbortSignal,
) {
  const button = make('button', '', format.toUpperCase());
  button.type = 'button';
  button.dataset.save = `${one.name}.${format}`;
  button.addEventListener('click', () => save(one.name, format), { signal });
  watch(signal, () => {
    button.setAttribute('aria-label', text.value.export.as(one.words(), format.toUpperCase()));
    button.disabled = !canBeSaved(one, state) || state.export.without.value.includes(format);
  });
  return button;
}
