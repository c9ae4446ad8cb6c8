// One run in the table of runs.

import type { ReadonlySignal } from '@preact/signals-core';
import type { PanelContext } from '../../app/feature';
import type { RunName } from '../../app/run/kept';
import type { Measured } from '../../app/run/state';
import { runFigureWords, runNameWords } from '../../app/run/words';
import type { Send } from '../../app/send';
import type { Course } from '../../app/settings/course';
import type { Position } from '../../engine/protocol';
import { DASHES } from '../../ui/charts/dashes';
import { make } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { svg } from '../../ui/svg';
import { isTyping } from '../../ui/table-rows';
import { text } from '../../ui/text';
import { count, durationWords } from '../../ui/words';

export interface Entry extends Course {
  /** None for the present run. */
  run: number | undefined;
  name: RunName;
  dataSet?: string | undefined;
  position: Position;
  test: Measured | undefined;
  epochTest: Measured | undefined;
  differs: string;
  look?: number;
  overlaid?: boolean;
}

export interface Row {
  element: HTMLTableRowElement;
  end: () => void;
}

type Read = ReadonlySignal<Entry | undefined>;

export function presentRow(entry: Read, { send }: PanelContext): Row {
  const { signal, end } = lifetime();
  const marker = make('span', 'note');
  const { element, fill } = rowOf(undefined, send, [marker], [], signal);
  watch(signal, () => {
    marker.textContent = text.value.runs.present;
    if (entry.value) fill(entry.value);
  });
  return { element, end };
}

export function rowOfKept(run: number, entry: Read, { state, send }: PanelContext): Row {
  const { signal, end } = lifetime();
  const overlay = make('input', '');
  overlay.type = 'checkbox';
  const lay = () => send({ do: 'overlay run', run, overlaid: overlay.checked });
  overlay.addEventListener('change', lay, { signal });
  const sample = swatch();
  const [show, trainOn, forget] = (['show kept', 'train on', 'forget run'] as const).map((command) => {
    const button = make('button', '');
    button.type = 'button';
    button.addEventListener('click', () => send({ do: command, run }), { signal });
    return button;
  }) as [HTMLButtonElement, HTMLButtonElement, HTMLButtonElement];
  const { element, fill } = rowOf(run, send, [overlay, sample.element], [show, trainOn, forget], signal);

  watch(signal, () => {
    const it = entry.value;
    if (!it) return;
    const words = text.value.runs;
    const name = runNameWords(it.name);
    fill(it);
    sample.draw(it.look ?? 0);
    overlay.checked = it.overlaid ?? false;
    overlay.setAttribute('aria-label', words.overlay(name));
    const shown = state.model.shown.value?.run === run;
    label(show, shown ? words.shown : words.show, words.showOf(name));
    show.setAttribute('aria-pressed', String(shown));
    label(trainOn, words.trainOn, words.trainOnOf(name));
    label(forget, words.forget, words.forgetOf(name));
  });
  return { element, end };
}

function lifetime() {
  const going = new AbortController();
  return { signal: going.signal, end: () => going.abort() };
}

function label(button: HTMLButtonElement, short: string, whole: string) {
  button.textContent = short;
  button.setAttribute('aria-label', whole);
}

function rowOf(run: number | undefined, send: Send, first: Node[], buttons: Node[], signal: AbortSignal) {
  const name = make('input', 'run-name');
  name.autocomplete = 'off';
  name.maxLength = 40;
  const rename = () => {
    name.defaultValue = name.value;
    const given = name.value.trim();
    send(run === undefined ? { do: 'name run', given } : { do: 'rename kept', run, given });
  };
  name.addEventListener('change', rename, { signal });
  const head = make('th', '', name);
  head.scope = 'row';
  const cells = ['differs', 'figure', 'figure', 'figure'].map((kind) => make('td', kind));
  const actions = make('td', '', make('div', 'buttons', ...buttons));
  const element = make('tr', '', make('td', '', make('div', 'look', ...first)), head, ...cells, actions);

  /** What changes is written; the rest is left alone, several times a second. */
  const fill = (entry: Entry) => {
    const named = runNameWords(entry.name);
    if (!isTyping(head) && name.value !== named) Object.assign(name, { defaultValue: named, value: named });
    name.setAttribute('aria-label', text.value.runs.nameOf(named));
    const { step, seconds } = entry.position;
    const { differs, alike, steps, test, time } = text.value.runs;
    const said = [
      [differs, entry.differs || alike],
      [steps, count(step)],
      [test, runFigureWords(entry)],
      [time, durationWords(seconds)],
    ] as const;
    for (const [index, [name, words]] of said.entries()) {
      const cell = cells[index];
      if (!cell) continue;
      cell.dataset.name = name;
      if (cell.textContent !== words) cell.textContent = words;
    }
  };
  return { element, fill };
}

/** A piece of the run's line, as the charts draw it. */
function swatch() {
  const line = svg('path', { d: 'M0 4H32' });
  const element = svg('svg', { viewBox: '0 0 32 8', 'aria-hidden': 'true' }, line);
  const draw = (look: number) => {
    line.style.stroke = `var(--run-${look + 1})`;
    line.setAttribute('stroke-dasharray', (DASHES[look] ?? []).join(' '));
  };
  return { element, draw };
}
