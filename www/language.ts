// Which language the page speaks: the address says so, else the last choice here, else the browser.

import { chooseLanguage, type Language } from './text';

const KEY = 'language';
const isLanguage = (name: string | null | undefined): name is Language => name === 'en' || name === 'zh';

export function preferredLanguage(
  search: string,
  kept: string | null,
  languages: readonly string[],
): Language {
  const wishes = [new URLSearchParams(search).get('lang'), kept, ...languages];
  return wishes.map((wish) => wish?.toLowerCase().split('-')[0]).find(isLanguage) ?? 'en';
}

export async function speakPreferred() {
  await chooseLanguage(preferredLanguage(location.search, localStorage.getItem(KEY), navigator.languages));
}

export async function speak(language: Language) {
  await chooseLanguage(language);
  localStorage.setItem(KEY, language);
}
