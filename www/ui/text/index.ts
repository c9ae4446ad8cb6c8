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
type Rewording = (text: Text, language: Language) => Text;

/** For other samples than digits. */
const rewording = signal<Rewording | undefined>(undefined);
export const text: ReadonlySignal<Text> = computed(() => {
  const { language, text } = chosen.value;
  return rewording.value?.(text, language) ?? text;
});

const wanted = signal<Language>('en');
/** What was chosen last: its text may still be on its way. */
export const wantedLanguage: ReadonlySignal<Language> = wanted;

/** What the samples are. */
export type Samples = 'digits' | 'images' | 'people' | 'texts';

let meant: Samples = 'digits';

export async function speakOf(samples: Samples) {
  meant = samples;
  const others = samples === 'digits' ? undefined : await import('./other-samples');
  if (samples !== meant) return;
  const { ofImages, ofPeople, ofTexts } = others ?? {};
  rewording.value = { digits: undefined, images: ofImages, people: ofPeople, texts: ofTexts }[samples];
}

/** English is at hand; another language is fetched when it is chosen. */
export async function chooseLanguage(language: Language) {
  wanted.value = language;
  const found = language === 'en' ? english : gather(await import('./zh'));
  if (language === wanted.value) chosen.value = { language, text: found };
}
