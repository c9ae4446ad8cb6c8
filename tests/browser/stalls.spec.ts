// Files of the site that stall, or come slowly: the page waits, says so, gives up in time, and tries again.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, parts, stepsMade, test } from './page';
import { again, alert, chooser, seesDigit, stallOnce } from './spoilt';
import { dist } from './static-host';
import { useTinyData } from './tiny-data';

test.use({ tolerated: [/./] });

test('whatever stalls is given up after ten seconds, and tried again without a reload', async ({ page }) => {
  await useTinyData(page);
  await stallOnce(
    page,
    ...['**/assets/explorer-*.js', '**/models/models.json', '**/data/manifest.json'],
    ...['**/models/mnist-10d.safetensors', '**/data/train-images*', '**/wasm/{threads,fused}/latent_bg.wasm'],
  );
  let loads = 0;
  page.on('domcontentloaded', () => loads++);
  await page.goto('./?backend=cpu&still&threads=2');
  await expect(alert(page)).toContainText('The explorer could not be started');
  await again(page);
  await seesDigit(page);

  await expect(alert(page)).toContainText(/Nothing of .*(models|manifest)\.json has come for 10 seconds/);
  await expect(chooser(page)).toBeDisabled();
  await again(page);
  await expect(chooser(page)).toBeEnabled();
  await expect(page.locator('#data-source')).toContainText('640 training and 100 test digits');

  await chooser(page).selectOption({ label: '10-D' });
  await expect(alert(page)).toContainText('Nothing of /some/folder/models/mnist-10d.safetensors has come');
  await again(page);
  await expect(parts(page).sliders).toHaveCount(10);

  const { start, training, backend } = parts(page);
  await start.click();
  // The build gives way to a simpler one; nothing gives way to digits.
  await expect(alert(page)).toContainText(/Training stopped: Nothing of .*train-images.* has come/, {
    timeout: 40_000,
  });
  await again(page);
  await expect.poll(() => stepsMade(page)).toBeGreaterThan(2);
  await expect(backend).toContainText('CPU, 2 threads');
  await expect(training).not.toContainText('could not be used');
  expect(loads).toBe(1);
});

test('a script or a style that stalls is said by the page that waits for it', async ({ page }) => {
  await stallOnce(page, '**/assets/page-*.css');
  await page.goto('./?backend=cpu&still', { waitUntil: 'commit' });
  await expect(alert(page)).toContainText('This page’s style did not arrive');
  await again(page);
  await seesDigit(page);
  await stallOnce(page, '**/assets/page-*.js');
  await page.reload({ waitUntil: 'commit' });
  await expect(alert(page)).toContainText('This page’s script has not arrived in 10 seconds');
  await again(page);
  await seesDigit(page);
});

for (const file of ['wasm/cpu/latent_bg.wasm', 'wasm/cpu/latent.js', 'models/mnist-2d.decoder.part'])
  test(`${file}, which the first digit waits for, is given up and tried again too`, async ({ page }) => {
    await stallOnce(page, `**/${file}`);
    await page.goto('./?backend=cpu&still');
    await expect(alert(page)).toContainText(`Nothing of /some/folder/${file} has come for 10 seconds`);
    await again(page);
    await seesDigit(page);
  });

test('a panel that stalls is told of, and the rest of the page lives', async ({ page }) => {
  await stallOnce(page, '**/assets/view-*.js');
  await page.goto('./?backend=cpu&still');
  await expect(alert(page)).toContainText('A part of the page could not be loaded');
  await expect(parts(page).start).toBeEnabled();
  await page.reload();
  await seesDigit(page);
});

test('a part that is fetched later and stalls is told of, and comes when the page is loaded anew', async ({
  page,
}) => {
  await page.goto('./?backend=cpu&still');
  await seesDigit(page);
  await stallOnce(page, '**/assets/tour-*.js');
  const tour = page.locator('#show-tour');
  await tour.click();
  await expect(alert(page)).toContainText('A part of the page could not be loaded');
  await page.reload();
  await seesDigit(page);
  await tour.click();
  await expect(tour).toHaveAttribute('aria-expanded', 'true');
});

test.describe('while the opening decoder comes slowly', () => {
  const decoder = readFileSync(join(dist, 'models/mnist-2d.decoder.part'));
  const half = decoder.length >> 1;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  test.use({
    answers: {
      'mnist-2d.decoder.part': async (response) => {
        response.writeHead(200, { 'Content-Length': decoder.length }).write(decoder.subarray(0, half));
        await released;
        response.end(decoder.subarray(half));
      },
    },
  });

  test('the page says how much of it has come', async ({ page }) => {
    await page.goto('./?backend=cpu&still');
    // Of all that the page opens with; each of both figures is rounded.
    const missing = async () => {
      const words = await parts(page).status.innerText();
      const [, came, of] = /Opening the shipped model: ([\d,]+) of ([\d,]+) kB/.exec(words) ?? [];
      return kilobytes(of) - kilobytes(came);
    };
    const expected = (decoder.length - half) / 1000;
    await expect.poll(async () => Math.abs((await missing()) - expected)).toBeLessThanOrEqual(1);
    release();
    await seesDigit(page);
  });
});

const kilobytes = (text = '') => Number(text.replaceAll(',', ''));
