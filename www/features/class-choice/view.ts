// The class that a conditional model is told: what its map, its digit and its traversals are of.

import { effect } from '@preact/signals-core';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import { find, make } from '../../ui/dom';
import { addKey } from '../../ui/keys';
import { text } from '../../ui/text';

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
    root.hidden = !state.model.shown.value?.summary.config.conditional;
  });
  effect(() => {
    const radio = radios[state.latent.digitClass.value];
    if (radio) radio.checked = true;
  });
  addKey({
    keys: CLASSES.map(String),
    shown: '0–9',
    words: () => text.value.classChoice.keys,
    on: { element: find(HTMLCanvasElement, '#map'), words: () => text.value.map.onMap },
    press: ({ key }) => {
      if (!root.hidden) send({ do: 'choose class', digitClass: Number(key) });
    },
  });
}
