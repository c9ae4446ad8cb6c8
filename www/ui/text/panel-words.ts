// A panel's texts in the language that is chosen: they come with the panel, and are no part of the page's first script.

import { computed, type ReadonlySignal } from '@preact/signals-core';
import { language } from '.';

export const wordsOf = <Words>(en: Words, zh: Words): ReadonlySignal<Words> =>
  computed(() => (language.value === 'zh' ? zh : en));
