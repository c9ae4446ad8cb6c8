// How good the model is at its uses: measured over test images, beside plain methods.

import { expect, open, seriousViolations, test } from './page';
import { useTinyData } from './tiny-data';
import { offer } from './tiny-model';

test('a use is measured beside plain methods, and its figures say whose they are', async ({ page }) => {
  await open(page);
  await page.locator('#survey > summary').click();
  const survey = page.locator('#survey');
  await survey.getByLabel('Use').selectOption('reduce');
  await survey.getByLabel('Test images').selectOption('200');
  await survey.getByRole('button', { name: 'Measure' }).click();
  const table = survey.getByRole('table', { name: 'Images as they are' });
  await expect(table).toBeVisible({ timeout: 90_000 });
  const trust = async (method: string) => {
    const row = table.getByRole('row', { name: method });
    return Number(await row.getByRole('cell').first().innerText());
  };
  expect(await trust('codes')).toBeGreaterThan(0.8);
  expect(await trust('codes')).toBeLessThan(1);
  expect(await trust('PCA, as many dimensions')).toBeLessThan(await trust('codes'));
  await expect(survey).toContainText('Reduce to few numbers: Shipped model “2-D”, first 200 test images');
  expect(await seriousViolations(page)).toEqual([]);
});

test('the measure of a use can be stopped, and goes on from nothing', async ({ page }) => {
  await open(page);
  await page.locator('#survey > summary').click();
  const survey = page.locator('#survey');
  const measure = survey.getByRole('button', { name: 'Measure' });
  const stop = survey.getByRole('button', { name: 'Stop' });
  await survey.getByLabel('Use').selectOption('sort');
  await measure.click();
  await expect(survey.getByRole('status').first()).not.toHaveText('');
  await stop.click();
  await expect(measure).toBeEnabled();
  await expect(measure).toBeFocused();
  await expect(page.getByRole('alert')).toBeHidden();
});

test('what a use cannot be measured without is said in words of the page', async ({ page }) => {
  await useTinyData(page, { test: 20 });
  await offer(page, { autoencoder: { deterministic: true } });
  await open(page);
  await page.locator('#survey > summary').click();
  const survey = page.locator('#survey');
  await survey.locator('#survey-use').selectOption('reduce');
  await survey.locator('#start-survey').click();
  await expect(page.getByRole('alert')).toContainText('this needs at least 36 test images, and there are 20');
  await page.locator('#model').selectOption('autoencoder.bin');
  await survey.locator('#survey-use').selectOption('anomaly');
  await survey.locator('#start-survey').click();
  await expect(page.getByRole('alert')).toContainText('this needs a variational model');
});
