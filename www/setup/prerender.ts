// Renders the panels that are written with Preact, in English and before any model: the first paint needs no script.
// `<!-- prerendered: settings -->` takes what features/settings/prerender.tsx renders.

import type { Plugin } from 'vite';
import { runnerImport } from 'vite';

const SLOT = /<!-- prerendered: ([a-z-]+) -->/g;

export const prerender = (): Plugin => ({
  name: 'prerender',
  transformIndexHtml: {
    order: 'pre',
    async handler(markup) {
      let filled = markup;
      for (const [slot, name] of markup.matchAll(SLOT)) {
        const { module } = await runnerImport<{ prerendered: () => string }>(
          `./www/features/${name}/prerender.tsx`,
          { oxc: { jsx: { importSource: 'preact' } } },
        );
        filled = filled.replace(slot, () => module.prerendered());
      }
      return filled;
    },
  },
});
