// The address carries what a person sees: it comes back by a link, by a reload, and by going back.

import type { Page } from '@playwright/test';
import { offerHalves } from './halves';
import { drawn, expect, open, parts, test } from './page';

const search = (page: Page) => new URL(page.url()).search;
const z = (page: Page) => page.locator('#map-words').innerText();

test('a copied link opens on the same model, z, window, layers and panels', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '?backend=cpu&seed=7');
  await parts(page).map.press('ArrowRight');
  await page.locator('#map-closer').click();
  await page.getByText('Save results').click();
  await expect
    .poll(() => search(page))
    .toMatch(/^\?backend=cpu&seed=7&still=&z=[^&]+&window=[^&]+&open=export$/);
  const there = await z(page);
  const copy = page.locator('#copy-link');
  await copy.click();
  await expect(copy).toHaveText('Copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(page.url());

  const other = await context.newPage();
  await other.goto(`${link}&layers=density,fog`);
  await expect(other.locator('#export')).toHaveAttribute('open');
  await drawn(other);
  expect(await z(other)).toBe(there);
  await expect(other.getByLabel('Seed', { exact: true })).toHaveValue('7');
  await expect(other.locator('#map-whole')).toBeEnabled();
  await expect(other.getByRole('alert')).toContainText('“layers” in the address: expected one of');
  await expect(other.getByRole('alert')).toContainText('got “fog”. The rest of the address holds.');
});

test('a link brings back a data set without a model of its own, with what is liked and where z is', async ({
  page,
  browser,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await offerHalves(page);
  await page.goto('./?backend=cpu&still');
  await page.locator('#model').selectOption('data halves');
  const untrained = await page.locator('#model option:checked').innerText();
  await page.getByLabel('Find an item').fill('Fig');
  await page.getByRole('button', { name: 'Like Fig', exact: true }).first().click();
  await parts(page).map.press('ArrowRight');
  await expect.poll(() => search(page)).toMatch(/[?&]data=halves&.*items=\d+&z=[^&]+/);
  const there = await z(page);
  await page.locator('#copy-link').click();
  await expect(page.locator('#copy-link')).toHaveText('Copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const other = await (await browser.newContext()).newPage();
  await offerHalves(other);
  const isBack = async () => {
    await expect(other.locator('#model option:checked')).toHaveText(untrained);
    await expect(other.getByRole('button', { name: 'Like Fig no more' })).toBeVisible();
    await expect.poll(() => z(other)).toBe(there);
  };
  await other.goto(link);
  await isBack();
  await other.reload();
  await isBack();
  expect(search(other)).toBe(search(page));
  await other.goto('./?backend=cpu&data=musik&still');
  await expect(other.getByRole('alert')).toContainText('The data set “musik” is not here');
  await other.context().close();
});

test('all that is wrong with an address is said at once, and the rest holds', async ({ page }) => {
  await page.goto('./?backend=cpu&abacus=1&model=mnist-99d&z=1,1&grid=round');
  const alert = page.getByRole('alert');
  for (const part of [
    '“abacus” means nothing in the address.',
    '“grid” in the address: expected one of spacing, mass, got “round”.',
    '“model” in the address: expected one of mnist-2d,',
  ])
    await expect(alert).toContainText(part);
  await drawn(page);
  await expect(page.locator('#map-words')).toHaveText('z₁ = 1.00, z₂ = 1.00');
});

test('back and forward bring back what each entry of the history shows', async ({ page }) => {
  await open(page);
  // The history is followed a moment after the first digit.
  await expect.poll(() => page.evaluate(() => history.state)).toBeTruthy();
  const first = await z(page);
  await page.evaluate(() => {
    location.hash = '#training';
  });
  await parts(page).map.press('ArrowRight');
  await expect.poll(() => search(page)).toContain('&z=');
  const second = await z(page);
  expect(second).not.toBe(first);
  await page.goBack();
  await expect.poll(() => z(page)).toBe(first);
  await page.goForward();
  await expect.poll(() => z(page)).toBe(second);
});

test('a shared model is shown by its file’s address, and one of another site is refused', async ({
  page,
}) => {
  await page.goto('./?backend=cpu&still#view=models/mnist-10d.safetensors');
  await expect(parts(page).sliders).toHaveCount(10);
  const chooser = page.getByRole('combobox', { name: 'Model', exact: true });
  await expect(chooser.locator('option:checked')).toHaveText('mnist-10d.safetensors');
  await chooser.selectOption({ label: '2-D' });
  await expect(parts(page).sliders).toHaveCount(2);
  await expect.poll(() => new URL(page.url()).hash).toBe('');
  await page.evaluate(() => {
    location.hash = '#view=https://else.test/a.safetensors';
  });
  await expect(page.getByRole('alert')).toContainText('expected the address of a model’s file on this site');
  await expect(parts(page).sliders).toHaveCount(2);
});
