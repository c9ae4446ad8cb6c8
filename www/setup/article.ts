// The article's prose: in English within the page itself, so that the first paint is complete; as a module of markup for
// whoever imports `zh.html?prose`. Formulas become MathML here, so no script of theirs reaches a browser.

import { readFile } from 'node:fs/promises';
import temml from 'temml';
import type { Plugin } from 'vite';

const SLOT = /(<article[^>]*\sdata-article[^>]*>)\s*(<\/article>)/;
const QUERY = '?prose';
/** With the punctuation that must not begin a line after it. */
const FORMULA = /\$\$([^$]+)\$\$|\$([^$]+)\$([.,;:)，。；：、）]?)/g;
/** What Temml writes into style attributes, which the content security policy refuses, is in features/article/prose.css. */
const STYLE = / style="[^"]*"/g;
/** Browsers make a blank of it, and Chinese has none between its characters and points. */
const BREAK_IN_CHINESE = /(?<=[\p{Script=Han}，。；：、）”])\n\s*(?=[\p{Script=Han}（“])/gu;

export function typeset(prose: string): string {
  return prose
    .replace(BREAK_IN_CHINESE, '')
    .replace(FORMULA, (_, display?: string, inline?: string, after?: string) => {
      const displayMode = display !== undefined;
      const tex = display ?? inline ?? '';
      const formula = temml
        .renderToString(tex, { displayMode, throwOnError: true, trust: true })
        .replace(STYLE, '');
      return after ? `<span class="together">${formula}${after}</span>` : formula;
    });
}

const typesetFile = async (path: string) => typeset(await readFile(path, 'utf8'));

export const article = (): Plugin => ({
  name: 'article',
  transformIndexHtml: {
    order: 'pre',
    async handler(markup) {
      if (!SLOT.test(markup)) return markup;
      const prose = await typesetFile('www/features/article/en.html');
      return markup.replace(SLOT, (_, start: string, end: string) => start + prose + end);
    },
  },
  async load(id) {
    if (!id.endsWith(QUERY)) return undefined;
    return `export default ${JSON.stringify(await typesetFile(id.slice(0, -QUERY.length)))};`;
  },
});
