// What makes the built page an app that can be installed: its manifest, its icons, and the colour of its window's frame.

import { readFileSync } from 'node:fs';
import { type Plugin, runnerImport } from 'vite';
import type * as Texts from '../ui/text/index.ts';

export const ICONS = [
  { name: 'icon-192', sizes: '192x192', purpose: 'any' },
  { name: 'icon-512', sizes: '512x512', purpose: 'any' },
  { name: 'maskable-512', sizes: '512x512', purpose: 'maskable' },
] as const;
const FILE = 'app.webmanifest';

/** The page's own colour, as the styles have it. */
export function pageColours(styles: string): { light: string; dark: string } {
  const [, light, dark] = /--page: light-dark\((#\w{6}), (#\w{6})\)/.exec(styles) ?? [];
  if (!light || !dark)
    throw new Error('Expected --page: light-dark(#……, #……) among the tokens of the styles.');
  return { light, dark };
}

export function manifestOf(
  { title, description }: Pick<Texts.Text['page'], 'title' | 'description'>,
  colour: string,
  icons: readonly object[],
) {
  return {
    ...{ name: title, short_name: title, description, lang: 'en' },
    ...{ start_url: './', scope: './', display: 'standalone' },
    ...{ theme_color: colour, background_color: colour },
    ...{ categories: ['education', 'science'], icons },
  };
}

export function installable(): Plugin {
  const colours = () => pageColours(readFileSync('www/ui/styles/tokens.css', 'utf8'));
  return {
    name: 'installable',
    apply: 'build',
    async generateBundle() {
      const { module } = await runnerImport<typeof Texts>('./www/ui/text/index.ts');
      const icons = ICONS.map(({ name, ...icon }) => {
        const source = readFileSync(`www/icons/${name}.png`);
        const src = this.getFileName(this.emitFile({ type: 'asset', name: `${name}.png`, source }));
        return { src, type: 'image/png', ...icon };
      });
      const source = JSON.stringify(manifestOf(module.english.page, colours().light, icons));
      this.emitFile({ type: 'asset', fileName: FILE, source });
    },
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'manifest', href: `./${FILE}` } },
      ...Object.entries(colours()).map(([theme, content]) => ({
        tag: 'meta',
        // The theme that is chosen in the page goes before the system's.
        attrs: { name: 'theme-color', content, media: `(prefers-color-scheme: ${theme})`, 'data-of': theme },
      })),
    ],
  };
}
