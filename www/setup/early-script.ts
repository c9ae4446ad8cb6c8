import type { Plugin } from 'vite';
import { earlyScript } from './policy.mjs';

/** Inlines what runs early into the head of every page; the content security policy knows it by its hash. */
export const inlineEarlyScript = (): Plugin => ({
  name: 'early-script',
  transformIndexHtml: () => [{ tag: 'script', children: earlyScript, injectTo: 'head-prepend' }],
});
