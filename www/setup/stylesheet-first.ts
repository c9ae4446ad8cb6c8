// What blocks the first paint is asked for first: where a server speaks HTTP/1.1, a browser asks for six files at a time, and the
// page's modules would go before its style. An inline script waits for a style that stands before it.

import type { Plugin } from 'vite';

const LINK = /\n? *<link rel="stylesheet"[^>]*>/g;
const PRELOAD = /\n *<link rel="(module)?preload"/;

export const stylesheetFirst = (): Plugin => ({
  name: 'stylesheet-first',
  apply: 'build',
  transformIndexHtml: { order: 'post', handler: withStylesheetFirst },
});

export function withStylesheetFirst(html: string): string {
  const links = html.match(LINK) ?? [];
  // There is nothing that it could go after.
  if (!PRELOAD.test(html)) return html;
  return html.replace(LINK, '').replace(PRELOAD, (first) => links.join('') + first);
}
