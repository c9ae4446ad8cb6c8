// What a person does in a minute, in any browser that has a driver. Each step waits for what it should bring about.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { three } from '../../www/setup/three.mjs';
import { on } from './page.mjs';

/** Enough for the first point of a curve. */
const TRAINED_STEPS = 60;
/** Pixels in which two lines have no room. */
const ONE_LINE = 30;
/** How the files begin that the page saves, in hexadecimal. */
const STARTS = { 'film-strip.png': '89504e470d0a1a0a', 'path.webm': '1a45dfa3' };

/** What the page asks of a browser. */
function abilities() {
  const isolated = crossOriginIsolated ? 'isolated' : 'not isolated';
  const gpu = 'gpu' in navigator ? 'WebGPU' : 'no WebGPU';
  const memory = typeof SharedArrayBuffer === 'function' ? 'shared memory' : 'no shared memory';
  return `${isolated}, ${memory}, ${navigator.hardwareConcurrency} cores, ${gpu}, language “${navigator.language}”`;
}

/** Chooses a table of bars, upright and level, a row each. */
function chooseTable(selector) {
  const [side, rows] = [28, 20];
  const row = (index) => {
    const upright = index % 2 === 0;
    const pixels = Array.from({ length: side * side }, (_, at) => {
      const across = upright ? at % side : Math.floor(at / side);
      return Math.abs(across - 5 - (index % 18)) < 2 ? 255 : 0;
    });
    return [upright ? 'upright' : 'level', ...pixels].join();
  };
  const header = ['label', ...Array.from({ length: side * side }, (_, at) => `pixel${at}`)].join();
  const table = [header, ...Array.from({ length: rows }, (_, index) => row(index))].join('\n');
  const chosen = new DataTransfer();
  chosen.items.add(new File([table], 'bars.csv'));
  const files = document.querySelector(selector);
  files.files = chosen.files;
  files.dispatchEvent(new Event('change', { bubbles: true }));
}

/** The steps, in their order, by name; what they return is worth telling. */
export function walk(browser, { url, plainUrl, downloads }) {
  const { click, count, drag, heightOf, isInked, picture, select, textOf, until } = on(browser);
  const says = (selector, words) =>
    until(async () => (await textOf(selector)).includes(words), `${selector} says “${words}”`);
  const digit = () => picture('#reconstruction');
  const otherDigit = (before) => until(async () => (await digit()) !== before, 'another digit');
  const stepsMade = async () => {
    const [, step = '0'] = /step ([\d,]+) of/.exec(await textOf('#where')) ?? [];
    return Number(step.replaceAll(',', ''));
  };

  return {
    async open() {
      await browser.open(`${url}?still&threads=2&backend=webgpu`);
      await until(() => isInked('#reconstruction'), 'a digit');
      await until(() => isInked('#map'), 'the map');
      await says('#where', 'Shipped model');
      return browser.evaluate(abilities);
    },

    async drag() {
      const opened = await digit();
      await drag('#map', [
        [0.5, 0.5],
        [0.6, 0.4],
        [0.75, 0.25],
      ]);
      await says('#map-words', 'z₁ = 1.');
      await otherDigit(opened);
      const dragged = await digit();
      await browser.press('Home');
      await says('#map-words', 'z₁ = 0.00');
      await otherDigit(dragged);
    },

    async draw() {
      const before = await digit();
      await drag('#pad', three);
      await until(() => isInked('#seen'), 'what the model sees of the drawing');
      await says('#output-words', 'μ');
      await otherDigit(before);
    },

    /** On two threads where they can be had, and on the CPU: of what cannot be had there is a word. The page is explored meanwhile. */
    async train() {
      await click('#start');
      await says('#notice', 'Training on the CPU instead.');
      const threads = await browser.evaluate(() => typeof SharedArrayBuffer === 'function');
      await says('#backend-words', threads ? 'CPU, 2 threads' : 'CPU, 1 thread');
      if (!threads) await says('#notice', 'they can share no memory');
      await until(async () => (await stepsMade()) >= TRAINED_STEPS, `${TRAINED_STEPS} steps`);
      const before = await digit();
      await drag('#map', [
        [0.5, 0.5],
        [0.2, 0.8],
      ]);
      await says('#map-words', 'z₁ = −1.');
      await otherDigit(before);
      return `${await textOf('#backend-words')}; ${await textOf('#notice')}`;
    },

    async pause() {
      await click('#pause');
      await says('#where', 'Paused');
      // Those that were under way are made.
      await until(async () => {
        const made = await stepsMade();
        await wait(500);
        return (await stepsMade()) === made;
      }, 'a run that makes no step');
      assert.equal(await isInked('#curves .reconstruction canvas'), true, 'The run has a curve.');
      assert.ok((await heightOf('.chart-tools fieldset')) < ONE_LINE, 'A legend stands beside its boxes.');
    },

    async reset() {
      await click('#reset');
      await says('#where', 'Shipped model');
      await until(() => isInked('#map'), 'the map');
    },

    async changeModel() {
      const before = await digit();
      await select('#model', 'mnist-10d.safetensors');
      await until(async () => (await count('.slider')) === 10, 'ten sliders');
      await otherDigit(before);
    },

    async language() {
      const [english, chinese] = ['Draw here', '写在这里'];
      await says('.pad .hint', english);
      await click('#language');
      await says('.pad .hint', chinese);
      await click('#language');
      await says('.pad .hint', english);
    },

    async export() {
      await until(async () => (await count('#export [data-save]')) > 0, 'what can be saved');
      await click('#export summary');
      for (const [name, start] of Object.entries(STARTS)) {
        await click(`[data-save="${name}"]`);
        const file = join(downloads, name);
        const bytes = () => (existsSync(file) ? readFileSync(file) : Buffer.alloc(0));
        await until(() => bytes().length > 1000, file);
        assert.equal(bytes().toString('hex', 0, start.length / 2), start, `${name} is what it is called.`);
      }
    },

    async ownData() {
      await click('#own-data-title');
      await until(async () => (await count('#own-files')) > 0, 'a place to choose files');
      await browser.evaluate(chooseTable, '#own-files');
      await says('#own-summary', 'pictures of 2 classes');
      assert.equal(await isInked('#own-sheet'), true, 'What was read is shown.');
      await click('#own-use');
      await says('#data-source', 'bars');
      await until(() => isInked('#map'), 'the map of an untrained model');
      await click('#step');
      await says('#where', 'step 1');
    },

    /** The service worker isolates the page, which is then loaded anew. */
    async plainHost() {
      await browser.open(plainUrl);
      await until(() => browser.evaluate(() => crossOriginIsolated), 'an isolated page');
      await until(() => isInked('#reconstruction'), 'a digit');
    },
  };
}
