// Classes and groups by codes.

import { expect, open, seriousViolations, test } from './page';

test('the picture is sorted by its code, and groups colour the map', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, '?model=mnist-10d');
  await page.locator('#use-sort > summary').click();
  const panel = page.locator('#use-sort');
  const words = panel.locator('#sort-words');
  await page.locator('#test-sample').click();
  await expect(words).toContainText('sure by the 5 nearest codes', { timeout: 60_000 });
  await expect(words).toContainText('by a linear probe');
  await expect(panel.locator('#sort-nearest').getByRole('img')).toHaveCount(5);

  // Few labels, then more: 10, 100, 1,000 and all that are known.
  const told = panel.locator('#sort-few tbody tr');
  await expect(told).toHaveCount(4, { timeout: 60_000 });
  const share = async (line: number) =>
    Number.parseFloat(await told.nth(line).locator('td').first().innerText());
  expect(await share(0)).toBeLessThan(80);
  expect(await share(3)).toBeGreaterThan(88);

  const index = /k-means (\d\.\d\d), Gaussian mixture (\d\.\d\d)/;
  const [, groups] = index.exec(await panel.locator('#sort-groups').innerText()) ?? [];
  expect(Number(groups)).toBeGreaterThan(0.3);
  const classes = page.locator('#map-legend .classes b');
  await panel.getByLabel('k-means').check();
  // The numerals' colours are no classes' any more.
  await expect(page.locator('#map-legend .classes')).toBeVisible();
  await expect(classes).toHaveCount(0);
  await panel.getByLabel('class', { exact: true }).check();
  await expect(classes).toHaveCount(10);
  expect(await seriousViolations(page)).toEqual([]);
});

test('a conditional model says under which class the picture is likeliest', async ({ page }) => {
  await open(page, '?model=mnist-conditional');
  await page.locator('#use-sort > summary').click();
  await page.locator('#test-sample').click();
  const panel = page.locator('#use-sort');
  await expect(panel.locator('#sort-words')).toContainText('by the likelihood under each class');
  await expect(panel.locator('#sort-words')).toContainText('A conditional model is told the class');
  await expect(panel.locator('#sort-of-model')).toBeHidden();
});
