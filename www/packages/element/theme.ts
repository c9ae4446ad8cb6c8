// Light or dark, as the page that the element stands in has it: what paints with its colours reads it.

import { type ReadonlySignal, signal } from '@preact/signals-core';

const changes = signal(0);
export const theme: ReadonlySignal<number> = changes;

for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'])
  matchMedia(query).addEventListener('change', () => {
    changes.value++;
  });
