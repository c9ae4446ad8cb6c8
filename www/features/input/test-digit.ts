// A digit of the test set as the input: a random one, one of a class, or one by its number.

import { effect } from '@preact/signals-core';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import { find, option } from '../../ui/dom';

export function chooseTestDigit(state: State, send: Send) {
  const ofClass = find(HTMLSelectElement, '#digit-class');
  const number = find(HTMLInputElement, '#digit-number');
  for (let label = 0; label < 10; label++) ofClass.append(option(String(label), String(label)));
  const take = () =>
    send({ do: 'take test digit', ...(ofClass.value ? { ofClass: Number(ofClass.value) } : {}) });
  find(HTMLButtonElement, '#test-digit').addEventListener('click', take);
  ofClass.addEventListener('change', take);
  number.addEventListener('change', () => {
    if (number.value && number.reportValidity()) send({ do: 'take test digit', index: number.valueAsNumber });
  });
  effect(() => {
    number.max = String((state.data.testDigits.value ?? 10_000) - 1);
  });
  effect(() => {
    const input = state.input.shown.value;
    number.value = input.kind === 'digit' && input.split === 't10k' ? String(input.index) : '';
  });
}
