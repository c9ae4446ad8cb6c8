// Puts the English into the markup, so that the first paint is complete without script.
// data-text="area.key": the element's content, kept by ui/static-text.ts in the language that is chosen.
// data-first-text="area.key": its content at first, which a view keeps from then on.
// data-text-NAME="area.key": its attribute NAME.

import { type Plugin, runnerImport } from 'vite';
import type * as Texts from '../ui/text/index.ts';
import { lookUp } from '../ui/text/look-up.ts';

const CONTENT = /(<[^<>]*\sdata-(?:first-)?text="([^"]+)"[^<>]*>)([^<]*)/g;
const ATTRIBUTE = /\sdata-text-([a-z-]+)="([^"]+)"/g;

const quoted = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

export function fillIn(markup: string, text: Texts.Text): string {
  return markup
    .replace(CONTENT, (_, tag: string, path: string, content: string) => {
      if (content.trim() !== '') throw new Error(`The markup has a text of its own at “${path}”: ${content}`);
      return tag + lookUp(text, path);
    })
    .replace(
      ATTRIBUTE,
      (whole, name: string, path: string) => `${whole} ${name}="${quoted(lookUp(text, path))}"`,
    );
}

export const staticText = (): Plugin => ({
  name: 'static-text',
  transformIndexHtml: {
    order: 'pre',
    async handler(markup) {
      const { module } = await runnerImport<typeof Texts>('./www/ui/text/index.ts');
      return fillIn(markup, module.english);
    },
  },
});
