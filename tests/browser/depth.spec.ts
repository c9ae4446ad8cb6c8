// Deep models, and models of many latent dimensions. On the CPU, with narrow layers.

import type { Page } from '@playwright/test';
import { drawn, expect, inked, open, parts, picture, test } from './page';

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const layers = (count: number) => new Array(count).fill(16).join(', ');

test('of many plain layers the form says what would train, and refuses nothing', async ({ page }) => {
  await open(page);
  const sizes = page.locator('#setting-hiddenSizes');
  await sizes.fill(layers(8));
  await expect(sizes).not.toHaveAccessibleDescription(/plain layers/);
  await sizes.fill(layers(140));
  await expect(sizes).toHaveAccessibleDescription(/^140 plain layers one after another pass on little/);
  await expect(sizes).not.toHaveAttribute('aria-invalid', 'true');

  await page.getByText('Advanced', { exact: true }).click();
  await field(page, 'Shortcuts').selectOption('Residual');
  await field(page, 'Normalisation').selectOption('Layer');
  await expect(sizes).not.toHaveAccessibleDescription(/plain layers/);
  await sizes.fill('32, 16');
  await expect(field(page, 'Shortcuts')).toHaveAccessibleDescription(/as wide: there is no shortcut\.$/);
  await sizes.fill('');
  await expect(field(page, 'Normalisation')).toHaveAccessibleDescription('The model has no hidden layers.');
  await page.locator('#language').click();
  await sizes.fill(layers(20));
  await page.getByLabel('捷径连接').selectOption('无');
  await expect(sizes).toHaveAccessibleDescription(/^连续 20 个普通层/);
});

test('a model with shortcuts and normalised layers trains, and its map is drawn', async ({ page }) => {
  const settings = `hiddenSizes=${layers(20).replaceAll(' ', '')}&shortcuts=residual&normalisation=layer`;
  await open(page, `?backend=cpu&threads=1&batchSize=100&${settings}`);
  const { map, step, status, training } = parts(page);
  const before = await picture(map);
  await step.click();
  await expect(status).toContainText('1 step,');
  await expect(page.locator('#curves')).toContainText(/train −?\d/);
  await drawn(page);
  await expect.poll(() => picture(map)).not.toBe(before);
  expect(await inked(map)).toBe(true);
  await expect(page.locator('#encoder .sizes')).toHaveText('784 → 20 × 16 → 2');
  await expect(training.getByRole('alert')).toBeHidden();
});

test('of 512 latent dimensions every one has its slider, and those in sight their strips', async ({
  page,
}) => {
  await open(page, '?backend=cpu&threads=1&batchSize=100&hiddenSizes=16&latentSize=512');
  const { latent, sliders, slider, step, status, map } = parts(page);
  const strip = (dimension: number) =>
    latent.getByRole('img', { name: new RegExp(`dimension ${dimension}[:,]`) });
  await step.click();
  await expect(status).toContainText('1 step,');
  await expect(sliders).toHaveCount(512);
  await slider(1).scrollIntoViewIfNeeded();
  await expect.poll(() => inked(strip(1))).toBe(true);
  expect(await inked(strip(500))).toBe(false);
  await slider(500).scrollIntoViewIfNeeded();
  await expect.poll(() => inked(strip(500))).toBe(true);

  // Between two frames of a drag no more passes than a person bears.
  const slowest = await slider(500).evaluate(async (range: HTMLInputElement) => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    let [most, last] = [0, await frame()];
    for (let index = 0; index < 30; index++) {
      range.value = String(index / 10 - 1.5);
      range.dispatchEvent(new Event('input', { bubbles: true }));
      const now = await frame();
      [most, last] = [Math.max(most, now - last), now];
    }
    return most;
  });
  expect(slowest).toBeLessThan(500);
  await latent.getByRole('button', { name: /principal/i }).click();
  await expect(latent.locator('#principal-words')).toContainText('%');
  await drawn(page);
  expect(await inked(map)).toBe(true);
});
