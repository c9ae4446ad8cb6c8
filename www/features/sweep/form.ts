// Which setting, with which values, and how long.

import { signal as signalOf } from '@preact/signals-core';
import type { Mount } from '../../app/feature';
import { optionsOf, SETTINGS } from '../../app/settings/schema';
import type { SettingSchema } from '../../engine/protocol';
import { find, make, option } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { typedNumber } from '../../ui/typed';
import { firstValues, isList, readValues } from './values';

export const showForm: Mount = (root, context, signal) => {
  const { state, send } = context;
  const field = find(HTMLSelectElement, '#sweep-field', root);
  const values = find(HTMLInputElement, '#sweep-values', root);
  const epochs = find(HTMLInputElement, '#sweep-epochs', root);
  const stop = find(HTMLButtonElement, '#sweep-stop', root);
  const start = find(HTMLButtonElement, 'button[type="submit"]', root);
  const chosen = signalOf('beta');
  field.addEventListener('change', () => (chosen.value = field.value), { signal });
  showFields(field, chosen, signal);
  const choices = showValues(root, values, chosen, context, signal);

  const submit = (event: Event) => {
    event.preventDefault();
    const setting = settingOf(chosen.peek());
    const texts = optionsOf(setting) ? choices() : readValues(setting, values.value);
    send({ do: 'sweep', plan: { field: setting.name, texts, epochs: typedNumber(epochs.value) } });
  };
  find(HTMLFormElement, 'form', root).addEventListener('submit', submit, { signal });
  stop.addEventListener('click', () => send({ do: 'stop sweeping' }), { signal });
  watch(signal, () => {
    const goes = state.sweep.at.value !== undefined;
    const focused = document.activeElement;
    start.disabled = goes || !state.settings.check.value;
    stop.disabled = !goes;
    // A disabled button would drop the focus: its opposite takes it.
    if (focused === start && goes) stop.focus();
    if (focused === stop && !goes) start.focus();
  });
};

function settingOf(name: string): SettingSchema {
  const found = SETTINGS.find((setting) => setting.name === name);
  if (!found) throw new Error(`Expected a setting of the schema, got “${name}”.`);
  return found;
}

function showFields(field: HTMLSelectElement, chosen: { value: string }, signal: AbortSignal) {
  watch(signal, () => {
    const { labels } = text.value.settings;
    field.replaceChildren(...SETTINGS.map(({ name }) => option(name, labels[name] ?? name)));
    field.value = chosen.value;
  });
}

/** A field to type in, or a box for each choice; what is checked of those. */
function showValues(
  root: HTMLElement,
  values: HTMLInputElement,
  chosen: { value: string },
  { state }: Parameters<Mount>[1],
  signal: AbortSignal,
) {
  const typed = find(HTMLElement, '.typed', root);
  const options = find(HTMLFieldSetElement, '.options', root);
  const boxes = find(HTMLElement, 'div', options);
  const hint = find(HTMLElement, '#sweep-hint', root);
  watch(signal, () => {
    const setting = settingOf(chosen.value);
    const choices = optionsOf(setting);
    const words = text.value.settings.options[setting.name];
    typed.hidden = choices !== undefined;
    options.hidden = choices === undefined;
    boxes.replaceChildren(...(choices ?? []).map((choice) => box(choice, words?.[choice] ?? choice)));
    values.value = firstValues(setting, state.settings.form.peek()[setting.name] ?? '');
  });
  watch(signal, () => {
    const setting = settingOf(chosen.value);
    const words = text.value.sweep;
    const kind = optionsOf(setting) ? 'choices' : isList(setting) ? 'lists' : 'numbers';
    hint.textContent = words.hint[kind] + words.rest(state.runs.kept.value.length);
  });
  return () => Array.from(boxes.querySelectorAll<HTMLInputElement>('input:checked'), ({ value }) => value);
}

function box(value: string, words: string) {
  const input = Object.assign(make('input', ''), { type: 'checkbox', value, checked: true });
  return make('label', '', input, ` ${words}`);
}
