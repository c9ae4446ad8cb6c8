// The language and the theme, to be chosen at the top of the page.

import { part } from '../../app/async/part';
import type { Mount } from '../../app/feature';
import { find } from '../../ui/dom';
import { addKey } from '../../ui/keys';
import { watch } from '../../ui/lifetime';
import { language, text } from '../../ui/text';
import { speak } from '../../ui/text/language';
import { chooseTheme, chosenTheme, frameTheme, nextTheme, type Theme } from '../../ui/theme';

export const mount: Mount = (root, { report }, signal) => {
  const speakOther = () => {
    const spoken = speak(language.peek() === 'en' ? 'zh' : 'en');
    part(spoken).catch((error: unknown) => report(error, speakOther));
  };
  find(HTMLButtonElement, '#language', root).addEventListener('click', speakOther, { signal });

  const theme = find(HTMLSelectElement, '#theme', root);
  theme.addEventListener('change', () => chooseTheme(theme.value as Theme), { signal });
  watch(signal, () => {
    theme.value = chosenTheme.value;
    frameTheme();
  });
  addKey(signal, {
    keys: ['t'],
    words: () => text.value.preferences.theme,
    press: () => chooseTheme(nextTheme()),
  });
};
