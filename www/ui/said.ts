// Texts that come with a panel, put where its markup names them.

import type { ReadonlySignal } from '@preact/signals-core';
import { watch } from './lifetime';

const PREFIX = 'data-words-';

export function sayIn<Words extends object>(
  root: HTMLElement,
  words: ReadonlySignal<Words>,
  signal: AbortSignal,
) {
  watch(signal, () => {
    const said = words.value;
    const saying = (key: string | null) => String(said[key as keyof Words]);
    for (const element of root.querySelectorAll('[data-words]'))
      element.textContent = saying(element.getAttribute('data-words'));
    for (const name of ['aria-label', 'placeholder'])
      for (const element of root.querySelectorAll(`[${PREFIX}${name}]`))
        element.setAttribute(name, saying(element.getAttribute(PREFIX + name)));
  });
}
