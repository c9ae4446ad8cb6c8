// uPlot asks for the browser's language where its module begins: a tag that Intl refuses, as “C” or “en_US”, would take every
// chart away, and to wake Intl holds a phone up for 200 ms. The charts word their numbers themselves: it needs neither.

import type { Plugin } from 'vite';

const INSTEAD = {
  "new Intl.NumberFormat(domEnv ? nav.language : 'en-US')": '{ format: String }',
  // No axis is of time.
  'new Intl.DateTimeFormat().resolvedOptions().timeZone': "''",
};

export const withoutLocale = (): Plugin => ({
  name: 'uplot-locale',
  // The development server would bundle it beforehand, without this.
  config: () => ({ optimizeDeps: { exclude: ['uplot'] } }),
  transform: {
    filter: { id: /uPlot\.esm\.js/ },
    handler: (code) => ({ code: withoutIntl(code), map: null }),
  },
});

export function withoutIntl(code: string): string {
  for (const [asks, plain] of Object.entries(INSTEAD)) {
    if (!code.includes(asks))
      throw new Error(`Expected uPlot to have ${asks}: see what this version asks of Intl.`);
    code = code.replace(asks, plain);
  }
  return code;
}
