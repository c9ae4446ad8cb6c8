// Hosts and browsers that offer less: another type for wasm, no headers, no WebAssembly, no script, no host at all.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, inked, open, parts, stepsMade, test } from './page';
import { dist } from './static-host';
import { useTinyData } from './tiny-data';

const alert = (page: Page) => page.getByRole('alert').filter({ visible: true, hasText: /./ });
const controls = 'button:visible, input:visible, select:visible, canvas:visible';

for (const threads of [1, 2])
  test(`wasm that comes as an octet stream is compiled all the same, for ${threads} threads`, async ({
    page,
  }) => {
    await useTinyData(page);
    await page.route('**/*.wasm', async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), 'content-type': 'application/octet-stream' };
      await route.fulfill({ response, headers });
    });
    await open(page, `?backend=cpu&threads=${threads}`);
    await parts(page).start.click();
    await expect.poll(() => stepsMade(page)).toBeGreaterThan(2);
    await expect(parts(page).backend).toContainText(`CPU, ${threads} thread`);
  });

test('where WebAssembly is switched off, the page says so and has no dead controls', async ({ page }) => {
  await page.addInitScript('delete globalThis.WebAssembly');
  await page.goto('./');
  await expect(alert(page)).toContainText('WebAssembly is switched off in this browser');
  await expect(page.locator(controls)).toHaveCount(1);
  await expect(page.locator('article h2').first()).toBeVisible();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says so in both languages, and has no dead controls', async ({ page }) => {
    await page.goto('./');
    const [english, chinese] = [page.locator('noscript p').first(), page.locator('noscript p').last()];
    await expect(english).toContainText('JavaScript, which is switched off');
    await expect(chinese).toContainText('而它已被关闭');
    for (const words of [english, chinese]) await expect(words).toBeInViewport();
    await expect(page.locator(controls)).toHaveCount(0);
    await expect(page.locator('article h2').first()).toBeVisible();
  });
});

test.describe('opened as a file', () => {
  test.use({ tolerated: [/./] });

  test('the page says what to do', async ({ page }) => {
    await page.goto(pathToFileURL(join(dist, 'index.html')).href);
    await expect(alert(page)).toContainText('This page was opened as a file');
    await expect(page.locator(controls)).toHaveCount(1);
  });
});

test.describe('at the first visit to a host that sends no headers', () => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  test.use({
    serviceWorkers: 'allow',
    answers: {
      'service-worker.js': async (response) => {
        await released;
        response
          .writeHead(200, { 'Content-Type': 'text/javascript' })
          .end('addEventListener("install", () => skipWaiting());');
      },
    },
  });

  test('what was set while the service worker arrived is not taken away by a reload', async ({ page }) => {
    let loads = 0;
    page.on('domcontentloaded', () => loads++);
    await page.goto('./?backend=cpu&still');
    await expect.poll(() => inked(parts(page).reconstruction)).toBe(true);
    const sizes = page.getByLabel('Hidden sizes');
    await sizes.click();
    await sizes.press('ControlOrMeta+a');
    await sizes.pressSequentially('64,32');
    await page.getByRole('combobox', { name: 'Model', exact: true }).selectOption({ label: '10-D' });
    await expect(parts(page).sliders).toHaveCount(10);
    release();
    await page.evaluate(() => navigator.serviceWorker.ready);
    // The page's own wait for it was there first.
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    await expect(sizes).toHaveValue('64,32');
    await expect(parts(page).sliders).toHaveCount(10);
    expect(loads).toBe(1);
  });
});

test('a start and a reset leave no listener behind', async ({ page }) => {
  await useTinyData(page);
  // The list of saved runs grows with each of them, as it should.
  await page.addInitScript('Object.defineProperty(window, "indexedDB", { value: undefined })');
  await open(page, '?backend=cpu&threads=1&hiddenSizes=16');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const listeners = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'JSEventListeners')?.value ?? Number.NaN;
  };
  const { step, reset, status } = parts(page);
  const run = async () => {
    await step.click();
    await expect(status).toContainText('Paused');
    await reset.click();
    await expect(page.locator('#epoch')).toBeEmpty();
  };
  // Until as many runs are kept as can be.
  for (let warm = 0; warm < 7; warm++) await run();
  const before = await listeners();
  for (let more = 0; more < 10; more++) await run();
  await expect.poll(async () => (await listeners()) - before).toBeLessThanOrEqual(0);
});
