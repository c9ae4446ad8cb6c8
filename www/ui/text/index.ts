// Every string that a person can see or hear, in the language that is chosen. Strings may hold inline markup: they are ours.

import { batch, computed, type ReadonlySignal, signal } from '@preact/signals-core';
import * as en from './en';
import { gather } from './gather';

/** Each feature adds its area in its own `en.ts`. */
export interface Text extends en.SharedText {}
export type Language = 'en' | 'zh';

export const english = gather(en);

const chosen = signal<{ language: Language; text: Text }>({ language: 'en', text: english });
export const language: ReadonlySignal<Language> = computed(() => chosen.value.language);

/** What the samples are. */
export type Samples = 'digits' | 'images' | 'people' | 'texts';

/** How the texts speak of other samples than digits, once there were some. */
const others = signal<typeof import('./other-samples') | undefined>(undefined);
const textsOf = (samples: Samples) =>
  computed(() => {
    const { language, text } = chosen.value;
    const { ofImages, ofPeople, ofTexts } = others.value ?? {};
    const reworded = { digits: undefined, images: ofImages, people: ofPeople, texts: ofTexts }[samples];
    return reworded?.(text, language) ?? text;
  });
const texts: Readonly<Record<Samples, ReadonlySignal<Text>>> = {
  digits: textsOf('digits'),
  images: textsOf('images'),
  people: textsOf('people'),
  texts: textsOf('texts'),
};

const spokenOf = signal<Samples>('digits');
/** In the words of the samples that are shown. */
export const text: ReadonlySignal<Text> = computed(() => texts[spokenOf.value].value);

/** In those of some that have been shown before: figures of theirs may still stand. */
export const textOf = (samples: Samples): Text => texts[samples].value;

const wanted = signal<Language>('en');
/** What was chosen last: its text may still be on its way. */
export const wantedLanguage: ReadonlySignal<Language> = wanted;

let meant: Samples = 'digits';

export async function speakOf(samples: Samples) {
  meant = samples;
  const found = samples === 'digits' ? undefined : await import('./other-samples');
  if (samples !== meant) return;
  batch(() => {
    others.value ??= found;
    spokenOf.value = samples;
  });
}

/** English is at hand; another language is fetched when it is chosen. */
export async function chooseLanguage(language: Language) {
  wanted.value = language;
  const found = language === 'en' ? english : gather(await import('./zh'));
  if (language === wanted.value) chosen.value = { language, text: found };
}
