// The settings of the next run, checked as they are typed.

import { computed, effect } from '@preact/signals-core';
import type { Send } from '../../app/send';
import { KIND_LIST, type Kind, kindOf } from '../../app/settings/kinds';
import { FIELDS, type Field, readForm, settingOf } from '../../app/settings/settings';
import type { State } from '../../app/store';
import type { BackendChoice } from '../../engine/protocol';
import { find, make, option } from '../../ui/dom';
import { deviceWords } from '../../ui/starting-words';
import { text } from '../../ui/text';

type Input = HTMLInputElement | HTMLSelectElement;

export function showSettings(state: State, send: Send) {
  find(HTMLFormElement, '#settings').addEventListener('submit', (event) => event.preventDefault());
  showKind(state, send);
  const inputs = FIELDS.map((field) => showField(field, state, send));
  showBackend(state, send);

  const waiting = find(HTMLElement, '#waiting');
  effect(() => {
    const { choice, labels, waiting: wait, waitingRule } = text.value.settings;
    const names = state.settings.waiting.value.map((field) =>
      field === 'backend choice' ? choice : labels[field],
    );
    const rule = state.run.config.value ? waitingRule : '';
    waiting.textContent = names.length > 0 ? wait(names) : rule;
    waiting.classList.toggle('pending', names.length > 0);
  });
  const advanced = find(HTMLDetailsElement, '#advanced');
  let refusals = 0;
  effect(() => {
    if (state.settings.refusals.value === refusals) return;
    refusals = state.settings.refusals.value;
    const wrong = inputs.find((input) => input.getAttribute('aria-invalid') === 'true');
    if (wrong && advanced.contains(wrong)) advanced.open = true;
    wrong?.focus();
  });
}

/** The kind sets some fields together, and follows them when they are set apart. */
function showKind(state: State, send: Send) {
  const select = find(HTMLSelectElement, '#kind');
  const options = [...KIND_LIST, 'mixed' as const].map((kind) => {
    const choice = option(kind, '');
    // Nothing to choose, but what a form may have become.
    choice.disabled = kind === 'mixed';
    effect(() => {
      choice.textContent = text.value.settings.kinds[kind];
    });
    return choice;
  });
  select.replaceChildren(...options);
  select.addEventListener('change', () => send({ do: 'choose kind', kind: select.value as Kind }));
  effect(() => {
    const form = state.settings.form.value;
    select.disabled = !form;
    if (form) select.value = kindOf(form);
  });
}

const idOf = (field: Field) => `setting-${field}`;

function showField(field: Field, state: State, send: Send): Input {
  const setting = settingOf(field);
  const input = inputOf(field);
  const label = make('label', '');
  label.htmlFor = idOf(field);
  effect(() => {
    const { atOnce, labels } = text.value.settings;
    label.replaceChildren(labels[field]);
    if (setting.atOnce) label.append(' ', make('span', 'at-once', atOnce));
  });
  const message = make('p', 'error');
  message.id = `${idOf(field)}-error`;
  const reason = make('p', 'reason');
  reason.id = `${idOf(field)}-reason`;
  input.setAttribute('aria-describedby', `${message.id} ${reason.id}`);
  const root = make('div', 'field', label, input, message, reason);
  if (setting.group === 'advanced') find(HTMLElement, '#advanced .fields').append(root);
  else find(HTMLElement, '#advanced').before(root);

  input.addEventListener('input', () => send({ do: 'set', field, text: input.value }));
  const run = computed(() => state.settings.form.value && readForm(state.settings.form.value).run);
  const idle = computed(() => run.value && setting.idle?.(run.value));
  effect(() => {
    const typed = state.settings.form.value?.[field];
    if (typed !== undefined && typed !== input.value) input.value = typed;
  });
  effect(() => {
    input.disabled = !run.value || idle.value !== undefined;
    root.hidden = setting.shown !== undefined && !(run.value && setting.shown(run.value));
    reason.textContent = idle.value ? text.value.settings.idle[idle.value] : '';
    reason.hidden = !idle.value;
  });
  effect(() => {
    const error = state.settings.errors.value.find((candidate) => candidate.field === field);
    input.setAttribute('aria-invalid', String(error !== undefined));
    const { labels, refused } = text.value.settings;
    message.textContent = error ? refused(labels[field], error.expected, error.came) : '';
    message.hidden = !error;
  });
  return input;
}

function inputOf(field: Field): Input {
  const { options, keyboard } = settingOf(field);
  const input = options ? make('select', '') : make('input', '');
  input.id = idOf(field);
  if (options) input.append(...options.map((value) => namedOption(field, value)));
  else Object.assign(input, { autocomplete: 'off', inputMode: keyboard ?? 'text' });
  return input;
}

function namedOption(field: Field, value: string) {
  const choice = option(value, '');
  effect(() => {
    choice.textContent = text.value.settings.options[field]?.[value] ?? value;
  });
  return choice;
}

function showBackend(state: State, send: Send) {
  const choice = find(HTMLSelectElement, '#choice');
  const words = find(HTMLElement, '#backend-words');
  choice.addEventListener('change', () => {
    send({ do: 'choose backend', choice: choice.value as BackendChoice });
  });
  effect(() => {
    choice.value = state.settings.choice.value;
    words.textContent = state.run.device.value ? deviceWords(state.run.device.value) : plannedBackend(state);
  });
}

function plannedBackend({ settings: { gpuTrains, choice } }: State) {
  const { planned, plannedCpu, notOnWebGpu } = text.value.starting;
  return gpuTrains.value || choice.value === 'cpu' ? planned : plannedCpu(notOnWebGpu);
}
