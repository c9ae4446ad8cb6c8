// The settings of the next run, checked as they are typed.

import { effect } from '@preact/signals-core';
import type { Send } from '../commands';
import type { BackendChoice } from '../protocol';
import { FIELD_NAMES, FIELDS, type Field } from '../settings';
import type { State } from '../store';
import { find, make } from './dom';

export function showSettings(state: State, send: Send) {
  find(HTMLFormElement, '#settings').addEventListener('submit', (event) => event.preventDefault());
  const inputs = FIELDS.map((field) => showField(field, state, send));
  showBackend(state, send);

  const waiting = find(HTMLElement, '#waiting');
  effect(() => {
    const names = state.waiting.value;
    waiting.textContent = names.length > 0 ? `Waiting for a reset: ${names.join(', ')}.` : waitingRule(state);
    waiting.classList.toggle('pending', names.length > 0);
  });
  let refusals = 0;
  effect(() => {
    if (state.refusals.value === refusals) return;
    refusals = state.refusals.value;
    inputs.find((input) => input.getAttribute('aria-invalid') === 'true')?.focus();
  });
}

function waitingRule(state: State) {
  return state.config.value ? 'What is not marked “at once” waits for a reset.' : '';
}

function showField(field: Field, state: State, send: Send): HTMLInputElement {
  const input = find(HTMLInputElement, `#${field}`);
  const message = make('p', 'error');
  message.id = `${field}-error`;
  input.after(message);
  input.setAttribute('aria-describedby', message.id);
  input.addEventListener('input', () => send({ do: 'set', field, text: input.value }));
  effect(() => {
    const text = state.form.value?.[field];
    input.disabled = text === undefined;
    if (text !== undefined && text !== input.value) input.value = text;
  });
  effect(() => {
    const error = state.fieldErrors.value.find((candidate) => candidate.field === field);
    input.setAttribute('aria-invalid', String(error !== undefined));
    message.textContent = error ? `${FIELD_NAMES[field]}: ${error.message}.` : '';
    message.hidden = !error;
  });
  return input;
}

function showBackend(state: State, send: Send) {
  const choice = find(HTMLSelectElement, '#choice');
  const words = find(HTMLElement, '#backend-words');
  choice.addEventListener('change', () => {
    send({ do: 'choose backend', choice: choice.value as BackendChoice });
  });
  effect(() => {
    choice.value = state.choice.value;
    words.textContent = state.backendWords.value ?? 'chosen when training starts';
  });
}
