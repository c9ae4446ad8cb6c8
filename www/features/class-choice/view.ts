// The class that a conditional model is told: what its map, its digit and its traversals are of.

import type { Mount, PanelContext } from '../../app/feature';
import { find, make } from '../../ui/dom';
import { addKey } from '../../ui/keys';
import { appendUntil, watch } from '../../ui/lifetime';
import { shownData } from '../../ui/shown-data';
import { text } from '../../ui/text';

export const mount: Mount = (root, context, signal) => {
  watch(signal, () => {
    const { classes } = shownData.value;
    const shown = new AbortController();
    offer(root, classes, context, shown.signal);
    chooseByKey(root, classes, context, shown.signal);
    return () => shown.abort();
  });
  watch(signal, () => {
    root.hidden = !context.state.model.shown.value?.summary.config.conditional;
  });
};

function offer(
  root: HTMLElement,
  classes: readonly string[],
  { state, send }: PanelContext,
  signal: AbortSignal,
) {
  const radios = classes.map((name, classIndex) => {
    const radio = make('input', '');
    Object.assign(radio, { type: 'radio', name: 'class', value: String(classIndex) });
    radio.addEventListener('change', () => send({ do: 'choose class', classIndex }), { signal });
    appendUntil(signal, root, make('label', '', radio, make('span', '', name)));
    return radio;
  });
  watch(signal, () => {
    const radio = radios[state.latent.classIndex.value];
    if (radio) radio.checked = true;
  });
}

/** By the names that a key has. */
function chooseByKey(
  root: HTMLElement,
  classes: readonly string[],
  { send }: PanelContext,
  signal: AbortSignal,
) {
  const keys = classes.filter(({ length }) => length === 1);
  if (keys.length === 0) return;
  addKey(signal, {
    keys,
    shown: `${keys[0]}–${keys.at(-1)}`,
    words: () => text.value.classChoice.keys,
    on: { element: find(HTMLCanvasElement, '#map'), words: () => text.value.map.onMap },
    press: ({ key }) => {
      if (!root.hidden) send({ do: 'choose class', classIndex: classes.indexOf(key) });
    },
  });
}
