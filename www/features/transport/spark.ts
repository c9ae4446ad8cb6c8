// The loss of the run as a small line, and its latest figure.

import { computed } from '@preact/signals-core';
import type { Mount } from '../../app/feature';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { nats } from '../../ui/words';
import { sparkPath } from './path';

export const showSpark: Mount = (root, { state }, signal) => {
  const figure = find(HTMLElement, '#spark', root);
  const picture = find(SVGElement, 'svg', figure);
  const path = find(SVGPathElement, 'path', figure);
  const caption = find(HTMLElement, '.long', figure);
  const short = find(HTMLElement, '.short', figure);
  const which = computed(() =>
    state.run.config.value?.model.deterministic ? ('reconstruction' as const) : ('elbo' as const),
  );
  watch(signal, () => {
    const values = state.run.history.value.train[which.value];
    const last = values.at(-1);
    figure.classList.toggle('empty', last === undefined);
    if (last === undefined) return;
    const words = text.value.transport;
    const name = words.spark[which.value];
    const { width, height, path: drawn } = sparkPath(values);
    picture.setAttribute('viewBox', `0 0 ${width} ${height}`);
    path.setAttribute('d', drawn);
    caption.textContent = words.sparkNow(name, nats(last));
    short.textContent = `${words.sparkShort[which.value]} ${nats(last)}`;
    figure.setAttribute('aria-label', words.sparkWords(name, nats(values[0] ?? last), nats(last)));
  });
};
