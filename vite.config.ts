import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { article } from './www/setup/article.ts';
import { inlineEarlyScript } from './www/setup/early-script.ts';
import { isolationHeaders } from './www/setup/headers.mjs';
import { installable } from './www/setup/installable.ts';
import { markup } from './www/setup/markup.ts';
import { contentSecurityPolicy } from './www/setup/policy.mjs';
import { prerender } from './www/setup/prerender.ts';
import { staticText } from './www/setup/static-text.ts';
import { stylesheetFirst } from './www/setup/stylesheet-first.ts';
import { openingSums } from './www/setup/sums.mjs';
import { withoutLocale } from './www/setup/uplot-locale.ts';

/** A static host sends no headers of ours, so the built page carries its policy itself. */
function contentSecurityPolicyTag(): Plugin {
  return {
    name: 'content-security-policy-tag',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** The benchmark's markup lies with its code; `bench.html` is served beside the page all the same. */
function benchmarkPage(): Plugin {
  const [path, source] = ['bench.html', 'www/bench/index.html'];
  const id = resolve(path);
  return {
    name: 'benchmark-page',
    resolveId: (wanted) => (wanted === path ? id : undefined),
    load: (wanted) => (wanted === id ? readFile(source, 'utf8') : undefined),
    configureServer: ({ middlewares }) => {
      middlewares.use((request, _response, next) => {
        if (request.url?.split('?')[0] === `/${path}`) request.url = `/${source}`;
        next();
      });
    },
  };
}

export default defineConfig(({ command }) => ({
  base: './',
  // The development server's files change as it serves.
  define: { SITE_SUMS: JSON.stringify(command === 'build' ? openingSums() : {}) },
  publicDir: 'www/public',
  plugins: [
    markup(),
    prerender(),
    staticText(),
    article(),
    withoutLocale(),
    inlineEarlyScript(),
    contentSecurityPolicyTag(),
    installable(),
    stylesheetFirst(),
    benchmarkPage(),
  ],
  server: { headers: isolationHeaders },
  oxc: { jsx: { importSource: 'preact' } },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // A data: URL would need a wider policy; wasm, models and data are put beside the page by www/setup/site.mjs.
    assetsInlineLimit: 0,
    copyPublicDir: false,
    // Links to what a script imports in turn would be appended in the task of the first image: a phone takes 90 ms for them.
    modulePreload: {
      resolveDependencies: (_file, needed, { hostType }) =>
        hostType === 'html' ? needed : needed.filter((file) => file.endsWith('.css')),
    },
    rolldownOptions: {
      input: { page: 'index.html', bench: 'bench.html' },
    },
  },
  test: {
    include: ['tests/{setup,unit}/**/*.test.{mjs,ts}', 'www/**/*.test.ts'],
  },
}));
