// The class that a conditional model is told: what its map, its digit and its traversals are of.

import type { Mount } from '../../app/feature';
import { find, make } from '../../ui/dom';
import { addKey } from '../../ui/keys';
import { appendUntil, watch } from '../../ui/lifetime';
import { text } from '../../ui/text';

const CLASSES = Array.from({ length: 10 }, (_, digitClass) => digitClass);

export const mount: Mount = (root, { state, send }, signal) => {
  const radios = CLASSES.map((digitClass) => {
    const radio = make('input', '');
    Object.assign(radio, { type: 'radio', name: 'class', value: String(digitClass) });
    radio.addEventListener('change', () => send({ do: 'choose class', digitClass }), { signal });
    appendUntil(signal, root, make('label', '', radio, make('span', '', String(digitClass))));
    return radio;
  });
  watch(signal, () => {
    root.hidden = !state.model.shown.value?.summary.config.conditional;
  });
  watch(signal, () => {
    const radio = radios[state.latent.digitClass.value];
    if (radio) radio.checked = true;
  });
  addKey(signal, {
    keys: CLASSES.map(String),
    shown: '0–9',
    words: () => text.value.classChoice.keys,
    on: { element: find(HTMLCanvasElement, '#map'), words: () => text.value.map.onMap },
    press: ({ key }) => {
      if (!root.hidden) send({ do: 'choose class', digitClass: Number(key) });
    },
  });
};
