// The benchmark's page, as a person uses it on a model that is soon timed.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './page';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const parts = (page: Page) => ({
  start: page.getByRole('button', { name: 'Start' }),
  stop: page.getByRole('button', { name: 'Stop' }),
  status: page.getByRole('status').first(),
  results: page.getByRole('region', { name: 'Results' }),
  device: (name: RegExp) => page.getByRole('checkbox', { name }),
  growth: page.getByRole('checkbox', { name: /grows/ }),
});

async function open(page: Page) {
  await page.goto('./bench.html');
  await expect(parts(page).status).toHaveText('Ready.');
  await page.getByLabel('Time for each').selectOption('half a second');
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 360, height: 800 } });

    test('measures every device, and its figures can be copied', async ({ page }) => {
      await open(page);
      const { start, status, results, device, growth } = parts(page);
      await device(/WebGPU/).check();
      await growth.uncheck();
      await start.click();
      await expect(status).toHaveText('Done.', { timeout: 120_000 });
      for (const name of ['CPU, 1 thread, SIMD', /CPU, \d+ threads/, /WebGPU.*in software/]) {
        await expect(results.getByRole('rowheader', { name })).toBeVisible();
      }
      const cells = await results
        .getByRole('row', { name: /1 thread, SIMD/ })
        .getByRole('cell')
        .allInnerTexts();
      expect(Number(cells[0])).toBeGreaterThan(0);
      expect(cells[2]).toBe('1.00');

      await results.getByRole('button', { name: 'Copy as Markdown' }).click();
      await expect(results).toContainText('Copied the tables as Markdown.');
      expect(await clipboard(page)).toContain(`| CPU, 1 thread, SIMD | ${cells.join(' | ')} |`);
      await results.getByRole('button', { name: 'Copy as TSV' }).click();
      await expect(results).toContainText('as TSV');
      expect(await clipboard(page)).toContain(`CPU, 1 thread, SIMD\t${cells.join('\t')}\n`);

      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      expect(scrollWidth).toBe(clientWidth);
    });
  });
}

test('shows how the cost grows, as a table and as charts', async ({ page }) => {
  await open(page);
  const { start, status, results, device } = parts(page);
  await device(/threads/).uncheck();
  await start.click();
  await expect(status).toHaveText('Done.', { timeout: 120_000 });
  const table = results.getByRole('table', { name: /grows/ });
  await expect(table.getByRole('row')).toHaveCount(1 + 6 + 5 + 6);
  await expect(results.getByRole('img')).toHaveCount(3);
  await results.getByRole('button', { name: 'Copy charts as an image' }).click();
  await expect(results).toContainText('Copied the charts.');
  expect(await page.evaluate(async () => (await navigator.clipboard.read())[0]?.types)).toEqual([
    'image/png',
  ]);
  await page.evaluate(() => {
    const { getImageData } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.getImageData = function (...of) {
      const image = getImageData.apply(this, of);
      image.data.fill(255);
      return image;
    };
  });
  await results.getByRole('button', { name: 'Copy charts as an image' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'falsifies' })).toBeVisible();
});

test('stops at once, keeps what was measured, and starts again', async ({ page }) => {
  await open(page);
  const { start, stop, status, results, growth } = parts(page);
  await start.click();
  await expect(status).toContainText('Batch size', { timeout: 60_000 });
  await stop.click();
  await expect(status).toHaveText('Stopped.');
  await expect(results.getByRole('table', { name: /Training/ })).toBeVisible();
  await expect(start).toBeFocused();
  await growth.uncheck();
  await start.click();
  await expect(results).toBeHidden();
  await expect(status).toHaveText('Done.', { timeout: 60_000 });
});

test.describe('where its worker does not come as it should', () => {
  test.use({ tolerated: [/./] });

  test('nothing is measured, and that is said', async ({ page }) => {
    await open(page);
    const { start, status } = parts(page);
    const problem = page.getByRole('alert').filter({ visible: true });
    // The page's own script is there already.
    await page.route('**/assets/bench-*.js', () => undefined, { times: 1 });
    await start.click();
    await expect(problem).toContainText('its worker could not be loaded');
    await expect(status).toHaveText('It went wrong.');
    await page.route('**/assets/bench-*.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()}\n` });
    });
    await start.click();
    await expect(problem).toContainText('came damaged');
    await expect(status).toHaveText('It went wrong.');
  });
});

test('is linked from the page', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('link', { name: 'Measure how fast this machine trains' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Benchmark');
});
