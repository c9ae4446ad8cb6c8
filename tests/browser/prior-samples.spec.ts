import { expect, open, test } from './page';

test('samples from the prior are decoded, drawn anew, and saved as a picture', async ({ page }) => {
  await open(page);
  await page.locator('summary', { hasText: 'Samples from the prior' }).click();
  const sheet = page.getByRole('img', { name: '72 samples from the prior, decoded' });
  const pixels = () => sheet.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const save = page.getByRole('button', { name: 'Save as PNG' });
  await expect(save).toBeEnabled();
  const first = await pixels();
  await page.getByRole('button', { name: 'Draw others' }).click();
  await expect.poll(pixels).not.toBe(first);
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(download.suggestedFilename()).toBe('prior-samples.png');
});
