// What Lighthouse looks at, as far as it can be seen offline: how fast, how steady, how large.

import type { Page } from '@playwright/test';
import { longestTasks } from '../bench/trace.mjs';
import { drag, expect, open, parts, test, three } from './page';

/** The page's own record of what the browser sees move, from its first moment on. */
function recordShifts(page: Page) {
  return page.addInitScript(() => {
    const shifts: unknown[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
          value?: number;
          hadRecentInput?: boolean;
          sources?: { node: Node | null }[];
        };
        if (hadRecentInput) continue;
        const nodes = sources?.map(({ node }) =>
          node instanceof Element ? node.outerHTML.slice(0, 90) : node,
        );
        shifts.push({ at: Math.round(entry.startTime), value, nodes });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Runs in the page, which clears its measures as soon as observers have them. */
function recordLatencies() {
  const latencies: number[] = [];
  Object.assign(window, { latencies });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntriesByName('pointer-to-pixels')) latencies.push(duration);
  }).observe({ type: 'measure' });
}

/** A ten-thousandth is a word of the page, moved by a line: less is not seen. */
async function shifts(page: Page) {
  const all = await page.evaluate(() => Reflect.get(window, 'shifts') as { value?: number }[]);
  return all.filter(({ value = 0 }) => value > 1e-4);
}

async function slowDown(page: Page, rate: number) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

for (const [name, width, rate, query] of [
  ['a laptop', 1440, 1, '?backend=cpu'],
  ['a slow laptop', 1440, 4, '?backend=cpu'],
  ['a slow tablet', 768, 4, '?backend=cpu'],
  ['a slow and wide phone', 412, 4, '?backend=cpu'],
  ['a slow phone', 390, 4, '?backend=cpu'],
  ['a slow and narrow phone', 360, 4, '?backend=cpu'],
  ['a slow phone in Chinese', 390, 4, '?backend=cpu&lang=zh'],
] as const) {
  test(`nothing moves by itself on ${name}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await slowDown(page, rate);
    await recordShifts(page);
    await page.goto(`./${query}`);
    await expect(page.locator('#start')).toBeEnabled();
    await expect(page.locator('#model-words')).not.toBeEmpty();
    await page.waitForTimeout(500);
    expect(await shifts(page)).toEqual([]);
  });
}

for (const width of [1440, 390]) {
  test(`nothing but z moves in the first minute, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await recordShifts(page);
    await page.goto('./?backend=cpu');
    await expect(page.locator('#output-words')).toContainText('z = μ');
    await expect(page.locator('#output-words')).toContainText('z = (');
    await page.waitForTimeout(3000);
    await page.mouse.click(2, 2);
    await expect(page.getByText('Your turn')).toBeVisible();
    expect(await shifts(page)).toEqual([]);
  });
}

for (const width of [1440, 390]) {
  test(`nothing moves while a digit is shown, a tour goes and a model is trained, ${width} px wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await recordShifts(page);
    await open(page);
    if (width < 960) await page.getByText('More input', { exact: true }).click();
    await parts(page).input.getByRole('button', { name: 'Random test digit' }).click();
    await expect(parts(page).output).toContainText('ELBO');
    await page.locator('#tour').click();
    await page.waitForTimeout(2000);
    await page.locator('#tour').click();
    await page.locator('#start').click();
    await expect(page.locator('#where')).toContainText(/Epoch \d/, { timeout: 60_000 });
    await page.waitForTimeout(3000);
    await page.locator('#pause').click();
    await expect(page.locator('#where')).toContainText('Paused');
    expect(await shifts(page)).toEqual([]);
  });
}

for (const trains of [false, true]) {
  const state = trains ? 'while it trains' : 'while it waits';

  test(`dragged and drawn on ${state}, the page has no long task, and the digit follows within a frame`, async ({
    browser,
    page,
  }) => {
    await page.addInitScript(recordLatencies);
    await open(page);
    const { map, pad, start, status } = parts(page);
    if (trains) {
      await start.click();
      await expect(status).toContainText('images/s');
    }
    await page.waitForTimeout(500);
    await browser.startTracing(page, { categories: ['toplevel'] });
    await drag(page, map, [...three, ...three.toReversed()]);
    await drag(page, pad, three);
    await page.waitForTimeout(500);
    const trace = JSON.parse(String(await browser.stopTracing()));
    // What a busy machine adds, by waiting for a processor and to the latest moves, is for `npm run bench` to say.
    expect(longestTasks(trace).onProcessor).toBeLessThan(50);
    const latencies = await page.evaluate(() => Reflect.get(window, 'latencies') as number[]);
    expect(latencies.length).toBeGreaterThan(10);
    expect(latencies.toSorted((a, b) => a - b)[latencies.length >> 1]).toBeLessThan(1000 / 60);
  });
}

test('little is transferred up to the first digit', async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  // At the pace of a line, so that what comes after the digit is not there before it.
  await session.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 20 },
    ...{ downloadThroughput: 1.25e6, uploadThroughput: 1.25e6 },
  });
  let bytes = 0;
  session.on('Network.dataReceived', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  // Heard from the browser in the order that it happened in.
  await session.send('Runtime.enable');
  const first = new Promise<number>((resolve) =>
    session.on('Runtime.consoleAPICalled', ({ args }) => {
      if (args[0]?.value === 'first digit') resolve(bytes);
    }),
  );
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      if (list.getEntriesByName('first-decode').length > 0) console.debug('first digit');
    }).observe({ type: 'mark' });
  });
  await page.goto('./?backend=cpu');
  expect(await first).toBeGreaterThan(100_000);
  expect(await first).toBeLessThan(1_200_000);
});
