// Where z is, in words.

import { effect } from '@preact/signals-core';
import type { State } from '../../store';
import { find, onFrame } from '../dom';
import { decimal, latentName } from '../words';

export function showReading(state: State) {
  const words = find(HTMLOutputElement, '#map-words');
  const read = onFrame(() => {
    const z = state.z.peek();
    words.textContent = [...new Set(state.axes.peek())]
      .map((axis) => `${latentName(axis)} = ${decimal(z[axis] ?? 0, 2)}`)
      .join(', ');
  });
  effect(() => {
    state.z.value;
    state.axes.value;
    read();
  });
}
