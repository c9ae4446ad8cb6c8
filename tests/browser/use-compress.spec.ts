// Test images to bytes, and back.

import type { Locator } from '@playwright/test';
import { expect, open, seriousViolations, test } from './page';

/** What the images take by one of the ways in the table. */
async function bytes(panel: Locator, name: string) {
  const cell = panel.getByRole('row', { name }).getByRole('cell').first();
  return Number((await cell.innerText()).replaceAll(',', ''));
}

test('images come back exactly from fewer bytes than gzip has, and can be saved', async ({ page }) => {
  await open(page, '?model=mnist-20d');
  await page.locator('#use-compress > summary').click();
  const panel = page.locator('#use-compress');
  const words = panel.locator('#compress-words');
  await panel.getByLabel('What may be lost').selectOption('bits');
  await panel.getByLabel('Test images').selectOption('100');
  await panel.getByRole('button', { name: 'Compress' }).click();
  await expect(words).toContainText('All 100 images, of levels split at one half, came back exactly', {
    timeout: 60_000,
  });
  const model = await bytes(panel, 'the model');
  expect(model).toBeGreaterThan(500);
  expect(model).toBeLessThan(0.7 * (await bytes(panel, 'gzip')));
  const download = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Save the bytes' }).click();
  expect((await download).suggestedFilename()).toBe('images.latent');

  await panel.getByLabel('What may be lost').selectOption('lossy 0.5');
  await panel.getByRole('button', { name: 'Compress' }).click();
  await expect(words).toContainText(/by z in steps of 0\.5, with a mean PSNR of \d+\.\d dB/);
  expect(await bytes(panel, 'the model')).toBeLessThan(model);
  expect(await seriousViolations(page)).toEqual([]);
});

test('what came of one model is said to be of it, and goes while the next is made', async ({ page }) => {
  await open(page, '?model=mnist-20d');
  await page.locator('#use-compress > summary').click();
  const panel = page.locator('#use-compress');
  const words = panel.locator('#compress-words');
  const save = panel.getByRole('button', { name: 'Save the bytes' });
  const compress = panel.getByRole('button', { name: 'Compress' });
  await panel.getByLabel('What may be lost').selectOption('bits');
  await panel.getByLabel('Test images').selectOption('500');
  await compress.click();
  await expect(words).toContainText('came back exactly', { timeout: 60_000 });
  await compress.click();
  await expect(save).toBeDisabled();
  await expect(panel.getByRole('table')).toBeHidden();
  // The model is shown before the answer of the one before comes.
  await page.getByLabel('Model', { exact: true }).selectOption('mnist-2d.safetensors');
  await expect(words).toContainText('came back exactly', { timeout: 60_000 });
  const taken = await bytes(panel, 'the model');
  const isStale = (await words.innerText()).includes('By another model');
  // 500 digits take 11,351 bytes by two dimensions, 6,915 by twenty.
  expect(isStale).toBe(taken < 9000);
});
