// The class that a conditional model is told: what its map, its digit and its traversals are of.

import { effect } from '@preact/signals-core';
import type { Send } from '../commands';
import type { State } from '../store';
import { find, make } from './dom';

const CLASSES = Array.from({ length: 10 }, (_, digitClass) => digitClass);

export function showClassChooser(state: State, send: Send) {
  const root = find(HTMLFieldSetElement, '#class-choice');
  const radios = CLASSES.map((digitClass) => {
    const radio = make('input', '');
    Object.assign(radio, { type: 'radio', name: 'class', value: String(digitClass) });
    radio.addEventListener('change', () => send({ do: 'choose class', digitClass }));
    root.append(make('label', '', radio, make('span', '', String(digitClass))));
    return radio;
  });
  effect(() => {
    root.hidden = !state.model.value?.summary.config.conditional;
  });
  effect(() => {
    const radio = radios[state.digitClass.value];
    if (radio) radio.checked = true;
  });
  find(HTMLCanvasElement, '#map').addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey }) => {
    if (root.hidden || ctrlKey || metaKey || altKey || !/^\d$/.test(key)) return;
    send({ do: 'choose class', digitClass: Number(key) });
  });
}
