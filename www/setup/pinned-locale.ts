// uPlot asks for the browser's language where its module begins: a tag that Intl refuses, as “C” or “en_US”, would take every
// chart away. The charts word their numbers themselves, so that it is built for one language.

import type { Plugin } from 'vite';

const ASKS = "new Intl.NumberFormat(domEnv ? nav.language : 'en-US')";
const PINNED = "new Intl.NumberFormat('en')";

export const pinnedLocale = (): Plugin => ({
  name: 'pinned-locale',
  // The development server would bundle it beforehand, without this.
  config: () => ({ optimizeDeps: { exclude: ['uplot'] } }),
  transform: {
    filter: { id: /uPlot\.esm\.js/ },
    handler: (code) => ({ code: pinned(code), map: null }),
  },
});

export function pinned(code: string): string {
  if (code.includes(ASKS)) return code.replace(ASKS, PINNED);
  throw new Error(`Expected uPlot to have ${ASKS}: see where this version asks for the browser’s language.`);
}
