import { expect, open, test } from './page';
import { useTinyData } from './tiny-data';

test('test images are mapped by codes and by PCA, compared, and their codes saved', async ({ page }) => {
  test.slow();
  await open(page);
  const panel = page.locator('#use-reduce');
  await panel.locator('summary').click();
  await expect(
    panel.getByRole('img', { name: '1,000 test images by class: codes', exact: true }),
  ).toBeVisible({
    timeout: 120_000,
  });
  const rows = panel.locator('tbody tr');
  await expect(rows).toHaveCount(2, { timeout: 120_000 });
  const figure = async (row: number) => Number(await rows.nth(row).locator('td').first().textContent());
  // With two numbers an image, codes keep more than PCA does.
  expect(await figure(0)).toBeGreaterThan(await figure(1));
  expect(await figure(0)).toBeLessThanOrEqual(1);

  const save = panel.getByRole('button', { name: 'Codes of all test images as CSV' });
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(download.suggestedFilename()).toBe('codes-test.csv');
});

test('the axes are those of all training images that there are', async ({ page }) => {
  await useTinyData(page);
  await open(page);
  const panel = page.locator('#use-reduce');
  await panel.locator('summary').click();
  await expect(panel.locator('#reduce-words')).toContainText(
    '100 test images; PCA’s axes are those of 640 training images',
  );
});

test('too few test images are no failure: it is said how many it takes', async ({ page }) => {
  await useTinyData(page, { test: 20 });
  await open(page);
  const panel = page.locator('#use-reduce');
  await panel.locator('summary').click();
  await expect(panel.locator('#reduce-words')).toContainText(
    'from 36 test images on, and this data set has 20',
  );
  await expect(page.getByRole('alert')).toBeHidden();
});
