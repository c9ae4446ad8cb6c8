// Which language the page speaks. The first choice is made before the first paint, by early.js.

import { keep } from '../remember';
import { chooseLanguage, type Language } from '.';

export const TAGS: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-Hans' };

export async function speakFirst() {
  const { dataset } = document.documentElement;
  try {
    if (dataset.awaits === 'zh') await chooseLanguage('zh');
  } finally {
    delete dataset.awaits;
  }
}

export async function speak(language: Language) {
  await chooseLanguage(language);
  keep('language', language);
}
