// Firefox, driven by WebDriver BiDi.

import puppeteer from 'puppeteer-core';
import { PATIENCE_MS } from './page.mjs';

const MOVES = 4;

/** Opens a window whose page has `width` by `height` pixels; files that the page saves go to `folder`. */
export async function firefox({ width, height, folder }) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX_PATH,
    defaultViewport: { width, height },
    timeout: PATIENCE_MS,
    extraPrefsFirefox: { 'browser.download.folderList': 2, 'browser.download.dir': folder },
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const problems = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  const { keyboard, mouse } = page;
  return {
    version: (await browser.version()).split('/').at(-1),
    problems: () => problems,
    open: (url) => page.goto(url),
    evaluate: (work, ...args) => page.evaluate(work, ...args),
    async drag([start, ...path]) {
      await mouse.move(start[0], start[1]);
      await mouse.down();
      for (const [x, y] of path) await mouse.move(x, y, { steps: MOVES });
      await mouse.up();
    },
    press: (key) => keyboard.press(key),
    screenshot: () => page.screenshot(),
    close: () => browser.close(),
  };
}
