// After one visit the page needs no network; a newer version of the site is offered, and comes when a person takes it.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { siteList } from '../../www/setup/site-list.mjs';
import { drop } from './drop';
import { csv } from './own-files';
import { drag, expect, inked, open, parts, picture, region, stepsMade, test, three } from './page';
import { dist } from './static-host';

test.use({ serviceWorkers: 'allow' });

const chooser = (page: Page) => page.getByRole('combobox', { name: 'Model', exact: true });

/** Waits until the service worker has kept what the page opens with, and sees what it asks for. */
const kept = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: 60_000 })
    .toBe('activated');

/** What is kept of the builds of the crate, but for the one that comes with the page. */
const builds = (page: Page) =>
  page.evaluate(async () => {
    const keys = await (await caches.open('used')).keys();
    return keys.flatMap(({ url }) => /wasm\/[^?]+/.exec(url) ?? []).sort();
  });

async function train(page: Page) {
  const { start, pause, status } = parts(page);
  await start.click();
  await expect.poll(() => stepsMade(page)).toBeGreaterThan(2);
  await pause.click();
  await expect(status).toContainText('Paused');
}

test.describe('without a network', () => {
  // What tells that there is none.
  test.use({ tolerated: [/ERR_FAILED|ERR_INTERNET_DISCONNECTED/] });

  test('after one visit the page opens, decodes, draws, and trains without a network', async ({
    page,
    context,
  }) => {
    await open(page, '?backend=cpu&threads=1&hiddenSizes=16');
    await kept(page);
    await chooser(page).selectOption({ label: '10-D' });
    await expect(parts(page).sliders).toHaveCount(10);
    await train(page);
    const saved = page.locator('#saved');
    await saved.scrollIntoViewIfNeeded();
    await expect(saved.locator('tbody tr')).toHaveCount(1);

    await context.setOffline(true);
    const reached = () =>
      fetch('data/manifest.json?anew', { cache: 'reload' }).then(
        () => true,
        () => false,
      );
    expect(await page.evaluate(reached)).toBe(false);
    await open(page, '?backend=cpu&threads=1&hiddenSizes=16&seed=2');
    await page.getByRole('button', { name: 'Not now' }).click();
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    const { map, pad, seen, reconstruction, sliders } = parts(page);
    const before = await picture(reconstruction);
    await map.press('ArrowRight');
    await expect.poll(() => picture(reconstruction)).not.toBe(before);
    await drag(page, pad, three);
    await expect.poll(() => inked(seen)).toBe(true);
    for (const [label, dimensions] of [
      ['10-D', 10],
      ['2-D', 2],
    ] as const) {
      await chooser(page).selectOption({ label });
      await expect(sliders).toHaveCount(dimensions);
    }
    await train(page);
    // Its code comes when it is asked for, and was never asked for before.
    await page.locator('#export summary').click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Film strip (PNG)' }).click();
    await download;
  });

  test('what a page was not yet used for works too: a model’s uses, data of one’s own, training on threads', async ({
    page,
    context,
  }) => {
    const query = '?backend=cpu&threads=2&hiddenSizes=16';
    await open(page, query);
    const whole = siteList(dist).filter(({ path }) => /^wasm\/(fused|import|uses)\//.test(path));
    await expect.poll(() => builds(page), { timeout: 60_000 }).toEqual(whole.map(({ path }) => path));
    await context.setOffline(true);
    await open(page, query);

    await drag(page, parts(page).pad, three);
    await page.locator('#use-denoise > summary').click();
    await expect(page.locator('#use-denoise').getByRole('figure')).toHaveCount(6, { timeout: 60_000 });

    await drop(page, 'letters.csv', csv(12));
    const own = region(page, 'own-data');
    await expect(own).toContainText('10 training and 2 test pictures of 3 classes');
    await own.getByRole('button', { name: 'Use this data' }).click();
    await expect(page.locator('#data-source')).toHaveText(/letters, 10 training and 2 test images/);
    await train(page);
    await expect(parts(page).backend).toContainText('CPU, 2 threads');
  });
});

test.describe('when there is a second version of the site', () => {
  let isSecond = false;
  let asked = Number.NaN;
  const read = (name: string) => readFileSync(join(dist, name), 'utf8');
  const sum = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
  const first = read('index.html');
  const second = first.replace('<head>', '<head><meta name="version" content="2">');
  const answer = (response: ServerResponse, type: string, text: string) =>
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }).end(text);

  test.use({
    answers: {
      'index.html': (response) => answer(response, 'text/html', isSecond ? second : first),
      'service-worker.js': (response) => {
        asked ||= Date.now();
        const worker = read('service-worker.js');
        answer(response, 'text/javascript', isSecond ? worker.replace(sum(first), sum(second)) : worker);
      },
    },
  });

  const version = (page: Page) =>
    page.evaluate(() => document.querySelector('meta[name="version"]')?.getAttribute('content') ?? '1');

  test('it is offered, forces itself on no window, and takes nothing from the first digit', async ({
    page,
    context,
  }) => {
    const query = '?backend=cpu&threads=1&hiddenSizes=16&epochs=1000';
    const firstDigit = page.waitForEvent('console', (message) => message.text().startsWith('first digit'));
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        const [digit] = list.getEntriesByName('first-decode');
        if (digit) console.debug(`first digit ${performance.timeOrigin + digit.startTime}`);
      }).observe({ type: 'mark' });
    });
    await page.goto(`./${query}&still`);
    const [, came] = (await firstDigit).text().split('digit ');
    const isolated = () => page.evaluate(() => crossOriginIsolated).catch(() => false);
    await expect.poll(isolated, { timeout: 60_000 }).toBe(true);
    expect(asked).toBeGreaterThan(Number(came));

    await open(page, query);
    const { start } = parts(page);
    await start.click();
    await expect.poll(() => stepsMade(page)).toBeGreaterThan(2);
    const began = await page.evaluate(() => performance.timeOrigin);
    isSecond = true;
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    const notice = page.locator('#newer-version');
    await expect(notice).toContainText('It can wait until this run is finished.');
    // On a phone too all of it is in sight.
    const wide = page.viewportSize();
    await page.setViewportSize({ width: 360, height: 740 });
    for (const button of await notice.getByRole('button').all())
      await expect(button).toBeInViewport({ ratio: 1 });
    if (wide) await page.setViewportSize(wide);
    await notice.getByRole('button', { name: 'Later' }).click();
    await expect(notice).toBeHidden();

    const other = await context.newPage();
    await open(other, query);
    expect(await version(other)).toBe('1');
    await other.locator('#newer-version').getByRole('button', { name: 'Reload' }).click();
    await expect.poll(() => version(other).catch(() => undefined)).toBe('2');
    await other.close();

    // The first window goes on as it was, until it is asked for.
    await expect(notice).toContainText('A newer version is ready.');
    const steps = await stepsMade(page);
    await expect.poll(() => stepsMade(page)).toBeGreaterThan(steps);
    expect(await page.evaluate(() => performance.timeOrigin)).toBe(began);
    expect(await version(page)).toBe('1');
    await notice.getByRole('button', { name: 'Pause, save and reload' }).click();
    await expect.poll(() => version(page).catch(() => undefined)).toBe('2');
    await expect(page.locator('#saved-offer')).toBeVisible();
  });
});
