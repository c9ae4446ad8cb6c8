// The language and the theme, to be chosen at the top of the page.

import { effect } from '@preact/signals-core';
import { find } from '../../ui/dom';
import { addKey } from '../../ui/keys';
import { language, text } from '../../ui/text';
import { speak } from '../../ui/text/language';
import { chooseTheme, chosenTheme, nextTheme, type Theme } from '../../ui/theme';

export function showPreferences(report: (error: unknown) => void) {
  find(HTMLButtonElement, '#language').addEventListener('click', () => {
    speak(language.peek() === 'en' ? 'zh' : 'en').catch(report);
  });

  const theme = find(HTMLSelectElement, '#theme');
  theme.addEventListener('change', () => chooseTheme(theme.value as Theme));
  effect(() => {
    theme.value = chosenTheme.value;
  });
  addKey({ keys: ['t'], words: () => text.value.preferences.theme, press: () => chooseTheme(nextTheme()) });
}
