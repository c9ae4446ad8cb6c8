// Test images to bytes, and back.

import { expect, open, seriousViolations, test } from './page';

test('images come back exactly from fewer bytes than gzip has, and can be saved', async ({ page }) => {
  await open(page, '?model=mnist-20d');
  await page.locator('#use-compress > summary').click();
  const panel = page.locator('#use-compress');
  const words = panel.locator('#compress-words');
  await panel.getByLabel('What may be lost').selectOption('bits');
  await panel.getByLabel('Test images').selectOption('100');
  await panel.getByRole('button', { name: 'Compress' }).click();
  await expect(words).toContainText('All 100 images came back exactly as they were', { timeout: 60_000 });
  const bytes = async (name: string) => {
    const cell = panel.getByRole('row', { name }).getByRole('cell').first();
    return Number((await cell.innerText()).replaceAll(',', ''));
  };
  const model = await bytes('the model');
  expect(model).toBeGreaterThan(500);
  expect(model).toBeLessThan(0.7 * (await bytes('gzip')));
  const download = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Save the bytes' }).click();
  expect((await download).suggestedFilename()).toBe('images.latent');

  await panel.getByLabel('What may be lost').selectOption('lossy 0.5');
  await panel.getByRole('button', { name: 'Compress' }).click();
  await expect(words).toContainText('mean PSNR of');
  expect(await bytes('the model')).toBeLessThan(model);
  expect(await seriousViolations(page)).toEqual([]);
});
