// Hosts and browsers that offer less: another type for wasm, no headers, no WebAssembly, no script, no host at all.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CDPSession, Page } from '@playwright/test';
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

/** What a run makes, beside its worker. */
const KINDS = ['MessagePort', 'BroadcastChannel', 'AbortSignal', 'Map', 'Promise'];
/** How many times a run is started and reset between the two counts. */
const RUNS = 10;
/**
 * By how much it may grow. Bytes: of the heap for code that is compiled meanwhile; of arrays less than a model's. Ports:
 * V8 may drop the object of one that lives, and makes it again when it is asked for; a leak is one a run.
 */
const SPARE: Record<string, number> = {
  usedSize: 500_000,
  backingStorageSize: 100_000,
  MessagePort: RUNS / 2,
};

/** How many of each kind live after a collection, how many listeners, and how many bytes of the heap and of arrays. */
async function held(session: CDPSession): Promise<Record<string, number>> {
  await session.send('HeapProfiler.collectGarbage');
  const counts = new Map<string, number>();
  for (const kind of KINDS) {
    const { result: prototype } = await session.send('Runtime.evaluate', { expression: `${kind}.prototype` });
    const { objects } = await session.send('Runtime.queryObjects', {
      prototypeObjectId: prototype.objectId ?? '',
      objectGroup: 'held',
    });
    const { result: length } = await session.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      functionDeclaration: 'function () { return this.length; }',
    });
    counts.set(kind, length.value);
    await session.send('Runtime.releaseObjectGroup', { objectGroup: 'held' });
  }
  const { metrics } = await session.send('Performance.getMetrics');
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  const listeners = metrics.find(({ name }) => name === 'JSEventListeners')?.value ?? Number.NaN;
  return { ...Object.fromEntries(counts), listeners, usedSize, backingStorageSize };
}

test('a start and a reset leave neither listeners nor memory behind', async ({ page }) => {
  await useTinyData(page);
  // The list of saved runs grows with each of them, as it should.
  await page.addInitScript('Object.defineProperty(window, "indexedDB", { value: undefined })');
  await open(page, '?backend=cpu&threads=1&hiddenSizes=16');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const { step, reset, status } = parts(page);
  const runs = async (count: number) => {
    for (let run = 0; run < count; run++) {
      await step.click();
      await expect(status).toContainText('Paused');
      await reset.click();
      await expect(page.locator('#epoch')).toBeEmpty();
    }
    // What was pushed out is held as long as it is offered back.
    await page.locator('#undo-dismiss').click();
  };
  // Until as many runs are kept as can be.
  await runs(7);
  const before = await held(session);
  await runs(RUNS);
  const grown = async () => {
    const now = Object.entries(await held(session));
    const by = now.map(([name, count]) => [name, count - (before[name] ?? 0)] as const);
    return by.filter(([name, more]) => !(more <= (SPARE[name] ?? 0)));
  };
  await expect.poll(grown).toEqual([]);
});
