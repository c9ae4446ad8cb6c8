import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { withoutIntl } from '../../www/setup/uplot-locale.ts';

const uPlot = readFileSync(createRequire(import.meta.url).resolve('uplot/dist/uPlot.esm.js'), 'utf8');
const load = (code, language) =>
  runInNewContext(code.replace(/^export .*;$/gm, ''), {
    navigator: { language },
    window: { addEventListener() {}, dispatchEvent() {} },
    document: {},
    devicePixelRatio: 1,
    matchMedia: () => ({ addEventListener() {} }),
    CustomEvent,
    Intl,
  });

it.each(['C', 'en_US', 'en-US@posix', ''])('loads uPlot in a browser whose language is “%s”', (language) => {
  expect(() => load(uPlot, language)).toThrow(RangeError);
  expect(() => load(withoutIntl(uPlot), language)).not.toThrow();
});

it('asks nothing of Intl', () => {
  expect(withoutIntl(uPlot)).not.toMatch(/new Intl/);
});

it('refuses an uPlot that asks for the language elsewhere', () => {
  expect(() => withoutIntl('const nav = navigator;')).toThrow('see what this version asks');
});
