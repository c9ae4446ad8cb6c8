// npm run pictures: the README's screenshots and animation, of the built site in a browser.

import { join } from 'node:path';
import { chromiumEnvironment, chromiumFlags } from './chromium.mjs';
import { ensureData } from './data.mjs';
import { installPackages } from './packages.mjs';
import { root } from './paths.mjs';
import { main } from './run.mjs';
import { serve } from './serve.mjs';
import { buildSite } from './site.mjs';
import { three } from './three.mjs';
import { buildWasm } from './wasm.mjs';

const sizes = [
  { name: 'wide', viewport: { width: 1440, height: 1600 } },
  { name: 'narrow', viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
];
const schemes = ['light', 'dark'];
const trainingMilliseconds = 30_000;

/**
 * From the zeros of the opening model to its sevens.
 * @type {[number, number][]}
 */
const across = [
  [0.12, 0.7],
  [0.9, 0.3],
];

async function openPage(context, url) {
  const page = await context.newPage();
  await page.goto(`${url}?backend=cpu&still`);
  await page.waitForFunction(() => performance.getEntriesByName('first-decode').length > 0);
  await page.waitForTimeout(1500);
  return page;
}

/** Through points of the element, from 0 to 1 on both sides. */
async function drag(page, selector, points) {
  await page.locator(selector).scrollIntoViewIfNeeded();
  const box = await page.locator(selector).boundingBox();
  const [start, ...rest] = points.map(([x, y]) => [box.x + x * box.width, box.y + y * box.height]);
  await page.mouse.move(start[0], start[1]);
  await page.mouse.down();
  for (const [x, y] of rest) await page.mouse.move(x, y, { steps: 6 });
  await page.mouse.up();
  await page.mouse.move(1, 1);
  await page.waitForTimeout(1000);
}

async function screenshot(browser, url, colorScheme, { name, ...size }) {
  const context = await browser.newContext({ ...size, colorScheme });
  const page = await openPage(context, url);
  if (name === 'wide') {
    await page.locator('#start').click();
    await page.waitForTimeout(trainingMilliseconds);
    await drag(page, '#pad', three);
  }
  await page.evaluate('scrollTo(0, 0)');
  await page.screenshot({ path: join(root, `assets/${name}-${colorScheme}.png`) });
  await context.close();
}

/** By the page's own export, of a path across the opening model's map. */
async function animation(browser, url) {
  const context = await browser.newContext({ viewport: sizes[0].viewport, colorScheme: 'light' });
  const page = await openPage(context, url);
  await page.locator('#draw-path').click();
  await drag(page, '#map', across);
  await page.locator('#export summary').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-save="path.gif"]').click(),
  ]);
  await download.saveAs(join(root, 'assets/animation.gif'));
  await context.close();
}

main(async () => {
  await installPackages();
  await ensureData();
  // They show the CPU build alone.
  await buildWasm('cpu');
  await buildSite();
  const { CHROME_PATH: executablePath } = await chromiumEnvironment();
  const { chromium } = await import('@playwright/test');
  const url = await serve({ port: 0 });
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  for (const scheme of schemes) for (const size of sizes) await screenshot(browser, url, scheme, size);
  await animation(browser, url);
  await browser.close();
  // The server would go on.
  process.exit();
});
