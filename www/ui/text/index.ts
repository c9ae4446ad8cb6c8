// Every string that a person can see or hear, in the language that is chosen. Strings may hold inline markup: they are ours.

import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import * as en from './en';
import { gather } from './gather';

/** Each feature adds its area in its own `en.ts`. */
export interface Text extends en.SharedText {}
export type Language = 'en' | 'zh';

export const english = gather(en);

const chosen = signal<{ language: Language; text: Text }>({ language: 'en', text: english });
export const language: ReadonlySignal<Language> = computed(() => chosen.value.language);
export const text: ReadonlySignal<Text> = computed(() => chosen.value.text);

let latest: Language = 'en';

/** English is at hand; another language is fetched when it is chosen. */
export async function chooseLanguage(wanted: Language) {
  latest = wanted;
  const found = wanted === 'en' ? english : gather(await import('./zh'));
  if (wanted === latest) chosen.value = { language: wanted, text: found };
}
