import { expect, open, test } from './page';

test('pictures are generated, compared with the nearest training pictures, gone to and saved', async ({
  page,
}) => {
  await open(page);
  await page.locator('#use-generate > summary').click();
  const panel = page.locator('#use-generate');
  const samples = panel.locator('.generated button');
  await expect(samples).toHaveCount(32);
  const first = () => samples.first().evaluate((button) => button.querySelector('canvas')?.toDataURL() ?? '');
  const before = await first();
  await panel.getByRole('button', { name: 'Draw others' }).click();
  await expect.poll(first).not.toBe(before);

  await panel.getByLabel('Drawn from').selectOption('aggregated');
  await panel.getByLabel('Nearest training picture beside each').check();
  await expect(panel.getByRole('img', { name: 'Training picture nearest to sample 32' })).toBeVisible();
  await expect(panel.locator('#generate-words')).toContainText('training pictures: Euclidean distance');

  const at = page.url();
  await samples.nth(4).click();
  await expect.poll(() => page.url()).not.toBe(at);

  const save = panel.getByRole('button', { name: 'Save as PNG' });
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(download.suggestedFilename()).toBe('generated.png');
});
