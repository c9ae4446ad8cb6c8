// A data set that somebody draws: shapes on the pad, added, trained on, and there again after a reload.

import type { Page } from '@playwright/test';
import {
  drag,
  drawn,
  expect,
  inked,
  one,
  open,
  parts,
  region,
  seriousViolations,
  settled,
  test,
  three,
} from './page';

const corner = [
  [0.2, 0.2],
  [0.2, 0.8],
  [0.8, 0.8],
] as const;

async function add(page: Page, shape: typeof one, name: string) {
  const { pad, input } = parts(page);
  await drag(page, pad, shape);
  await input.getByRole('textbox', { name: 'Class' }).fill(name);
  await input.getByRole('button', { name: 'Add to mine' }).click();
}

test('what is drawn is added, taken back, trained on, and there after a reload', async ({ page }) => {
  await open(page);
  const { input, pad, map, step, status } = parts(page);
  const own = region(page, 'own-data');
  await own.getByRole('button', { name: 'Draw twenty on the pad…' }).press('Enter');
  await expect(input.getByRole('button', { name: 'Add to mine' })).toBeDisabled();
  const tiles = input.getByRole('list', { name: 'Your drawings' }).getByRole('button');

  await add(page, corner, 'corner');
  await expect(input).toContainText('One of 20: one more at least');
  await expect.poll(() => inked(pad)).toBe(false);
  const train = input.getByRole('button', { name: 'Train on mine' });
  await expect(train).toBeDisabled();
  await add(page, three, 'three');
  await expect(tiles).toHaveCount(2);
  await add(page, one, 'corner');
  await expect(input).toContainText('3 of 20; a few more make a better map.');
  await expect.poll(() => inked(tiles.first().locator('canvas'))).toBe(true);
  expect(await seriousViolations(page, '#mine')).toEqual([]);

  await tiles.nth(1).press('Enter');
  await expect(tiles).toHaveCount(2);
  await page.locator('#undo-last').press('Enter');
  await expect(tiles).toHaveCount(3);

  const before = await settled(map);
  await train.press('Enter');
  await expect(page.locator('#data-source')).toHaveText(/corner, three, 1,334 training and 667 test images/);
  await expect(status).toContainText(/Epoch \d+ · step/);
  await parts(page).pause.click();
  await expect(step).toBeEnabled();
  await drawn(page);
  expect(await settled(map)).not.toBe(before);
  await expect(input.getByLabel('Class of the test image').getByRole('option')).toHaveText([
    'any',
    'corner',
    'three',
  ]);
  await expect(own.getByRole('row', { name: /^corner, three/ })).toContainText('in use');

  await open(page);
  // It is unfolded as it was left.
  await expect(tiles).toHaveCount(3);
  await input.getByRole('button', { name: 'Take all back' }).click();
  await expect(input).toContainText('Nothing is added yet.');
  await page.locator('#undo-last').press('Enter');
  await expect(tiles).toHaveCount(3);
});

test('two tabs draw one data set, and neither loses what the other has added', async ({ page, context }) => {
  const other = await context.newPage();
  const tilesOf = (tab: Page) =>
    parts(tab).input.getByRole('list', { name: 'Your drawings' }).getByRole('button');
  for (const tab of [page, other]) {
    await open(tab);
    await region(tab, 'own-data').getByRole('button', { name: 'Draw twenty on the pad…' }).press('Enter');
  }
  await page.bringToFront();
  await add(page, corner, 'corner');
  await expect(tilesOf(other)).toHaveCount(1);
  await other.bringToFront();
  await add(other, one, 'one');
  await expect(tilesOf(page)).toHaveCount(2);
  await tilesOf(page).first().press('Enter');
  await expect(tilesOf(other)).toHaveCount(1);
  await page.close();
  await other.reload();
  await expect(tilesOf(other)).toHaveAccessibleName('Take back drawing 1, one');
});
