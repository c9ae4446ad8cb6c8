// Classes and groups by codes.

import { expect, open, seriousViolations, test } from './page';
import { useTinyData } from './tiny-data';

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

test('labels chosen on the map, and without a pointer, are worth something at once', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, '?model=mnist-10d');
  await page.locator('#use-sort > summary').click();
  const panel = page.locator('#sort-by-hand');
  const words = panel.locator('#sort-hand-words');
  await expect(words).toHaveText(/^No labels yet/, { timeout: 60_000 });
  await expect(panel.locator('#sort-hand-told')).toBeHidden();

  // The middle of the map is crowded: whatever is clicked there is a code.
  const map = panel.locator('#sort-hand-map');
  await map.click();
  await expect(words).toHaveText(/^1 label\. It is: \d\./);
  await expect(map).toHaveAccessibleName(/1 of them labelled/);
  const told = panel.locator('#sort-hand-told tbody tr');
  await expect(told).toHaveCount(3, { timeout: 60_000 });
  const share = async (line: number) =>
    Number.parseFloat(await told.nth(line).locator('td').first().innerText());
  // One label is all that neighbours can tell.
  expect(await share(0)).toBeLessThan(15);

  const next = panel.getByRole('button', { name: 'Label the next image' });
  await next.focus();
  for (let labels = 2; labels <= 20; labels++) {
    await page.keyboard.press('Enter');
    await expect(words).toHaveText(new RegExp(`^${labels} labels`));
  }
  for (const line of [0, 1, 2]) await expect.poll(() => share(line)).toBeGreaterThan(25);
  await expect(panel.locator('.tries').getByRole('img')).toHaveCount(10);
  await expect(panel.locator('.by-hand-curve circle.codes')).toHaveCount(12);
  expect(await seriousViolations(page)).toEqual([]);

  await panel.getByRole('button', { name: 'Take the last label back' }).click();
  await expect(words).toHaveText(/^19 labels/);
  await panel.getByRole('button', { name: 'Forget all labels' }).click();
  await expect(words).toHaveText(/^No labels yet/);
  await expect(panel.locator('#sort-hand-told')).toBeHidden();
});

test('a small data set has no more labels than images, and fewer test images than groups', async ({
  page,
}) => {
  await useTinyData(page, { train: 40, test: 6 });
  await open(page);
  await page.locator('#use-sort > summary').click();
  const panel = page.locator('#use-sort');
  await expect(panel.locator('#sort-few tbody th')).toHaveText(['10', '40'], { timeout: 60_000 });
  await panel.getByRole('button', { name: 'Label the next image' }).click();
  await expect(panel.locator('#sort-hand-note')).toContainText('Of the first 6 test images');
  await expect(panel.locator('#sort-hand-note')).toContainText('those of 40 training images');
  await expect(page.getByRole('alert')).toBeHidden();
});
