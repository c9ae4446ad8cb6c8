// The texts of what is drawn to be a data set, in the language that is chosen.

import { computed, type ReadonlySignal } from '@preact/signals-core';
import { language } from '../../../ui/text';
import { en, type Words } from './en';
import { zh } from './zh';

export type { Words };

export const words: ReadonlySignal<Words> = computed(() => (language.value === 'zh' ? zh : en));
