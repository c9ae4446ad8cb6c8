import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drag, expect, inked, open, parts, region, seriousViolations, test, three } from './page';
import { dist } from './static-host';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('nothing serious is in the way of assistive technology', async ({ page }) => {
      await open(page);
      const { pad, step, status } = parts(page);
      await drag(page, pad, three);
      await step.click();
      await expect(status).toContainText('Paused');
      await page.getByLabel('Latent size').fill('0');
      await expect(page.getByLabel('Latent size')).toHaveAttribute('aria-invalid', 'true');
      expect(await seriousViolations(page)).toEqual([]);
    });
  });
}

test('the panels and the bar are regions with names', async ({ page }) => {
  await open(page);
  const { input, latent, output, training, bar } = parts(page);
  const named = {
    Input: input,
    'Latent space': latent,
    Output: output,
    Training: training,
    'Run controls': bar,
  };
  for (const [name, part] of Object.entries(named)) {
    await expect(part).toHaveRole('region');
    await expect(part).toHaveAccessibleName(name);
  }
  for (const [title, name] of [
    ['own-data', 'Your own data'],
    ['evaluation', 'Evaluation'],
    ['paths', 'Paths'],
  ] as const) {
    await expect(region(page, title)).toHaveAccessibleName(name);
  }
});

test('the canvases follow the theme', async ({ page }) => {
  await open(page);
  const { reconstruction } = parts(page);
  const paper = () =>
    reconstruction.evaluate(
      (canvas: HTMLCanvasElement) => canvas.getContext('2d')?.getImageData(0, 0, 1, 1).data[0] ?? 0,
    );
  expect(await paper()).toBeGreaterThan(200);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(paper).toBeLessThan(60);
});

for (const width of [360, 768, 1024, 2560]) {
  test(`fits ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page);
    const { map, pad } = parts(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    for (const canvas of [map, pad]) {
      const box = await canvas.boundingBox();
      expect(box?.width).toBeGreaterThan(100);
      expect((box?.x ?? -1) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    }
  });
}

test.describe('without its model', () => {
  test.use({ tolerated: [/Failed to load resource/] });

  test('the page says what is missing, and can be told that it was read', async ({ page }) => {
    await page.route('**/*.part', (route) => route.fulfill({ status: 404 }));
    await page.goto('./');
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('models/mnist-2d.decoder.part on the server, but it answered 404');
    await alert.getByRole('button', { name: 'Dismiss' }).click();
    await expect(alert).toBeHidden();
  });
});

test.describe('with a model that breaks off', () => {
  let breakOff = () => {};
  let brokenOff = false;
  test.use({
    tolerated: [/Failed to load resource/],
    answers: {
      'mnist-2d.encoder.part': (response) => {
        const encoder = readFileSync(join(dist, 'models/mnist-2d.encoder.part'));
        response.writeHead(200, { 'Content-Length': encoder.length }).write(encoder.subarray(0, 100_000));
        if (brokenOff) response.destroy();
        breakOff = () => {
          brokenOff = true;
          response.destroy();
        };
      },
    },
  });

  test('the page says so, and what came can be explored', async ({ page }) => {
    await open(page);
    breakOff();
    await expect(page.getByRole('alert')).toContainText(
      /mnist-2d\.encoder\.part (broke off|could not be fetched)/,
    );
    await expect(parts(page).start).toBeEnabled();
  });
});

test.describe('without its training digits', () => {
  test.use({ tolerated: [/Failed to load resource/] });

  test('training says so, and the drawing is kept', async ({ page }) => {
    await page.route('**/train-images*', (route) => route.fulfill({ status: 404 }));
    await open(page);
    const { pad, start, seen } = parts(page);
    await drag(page, pad, three);
    await start.click();
    await expect(page.getByRole('alert')).toContainText('train-images-idx3-ubyte.gz');
    await expect(start).toBeEnabled();
    expect(await inked(seen)).toBe(true);
  });
});
