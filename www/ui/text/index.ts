// Every string that a person can see or hear, in the language that is chosen. Strings may hold inline markup: they are ours.

import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { en } from './en';

export type Text = typeof en;
export type Language = 'en' | 'zh';

const chosen = signal<{ language: Language; text: Text }>({ language: 'en', text: en });
export const language: ReadonlySignal<Language> = computed(() => chosen.value.language);
export const text: ReadonlySignal<Text> = computed(() => chosen.value.text);

let latest: Language = 'en';

/** English is at hand; another language is fetched when it is chosen. */
export async function chooseLanguage(wanted: Language) {
  latest = wanted;
  const found = wanted === 'en' ? en : (await import('./zh')).zh;
  if (wanted === latest) chosen.value = { language: wanted, text: found };
}
