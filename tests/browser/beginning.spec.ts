// What ends the page's script before it has begun, and what of the browser does not.

import { expect, test, unseal } from './page';

test.describe('an error while the modules load', () => {
  test.use({ tolerated: [/invalid language tag/] });

  test('is said in a sentence, in the language of the markup', async ({ page }) => {
    await unseal(page);
    await page.route('**/assets/page-*.js', async (route) => {
      const response = await route.fetch();
      const body = `throw new RangeError('invalid language tag: C');${await response.text()}`;
      await route.fulfill({ response, body });
    });
    await page.goto('./?lang=zh');
    const banner = page.getByRole('alert').filter({ visible: true });
    await expect(banner).toContainText('The page could not begin in this browser.');
    await expect(banner).toContainText('invalid language tag: C');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.getByText('Draw here')).toBeVisible();
    await banner.getByRole('button', { name: 'Dismiss' }).click();
    await expect(banner).toHaveCount(0);
  });
});

for (const tag of ['C', 'en-US@posix', ''])
  test(`a browser whose language is “${tag}” has its charts`, async ({ page }) => {
    await page.addInitScript((language) => {
      const here = (value: unknown) => ({ configurable: true, get: () => value });
      Object.defineProperties(Navigator.prototype, { language: here(language), languages: here([language]) });
    }, tag);
    await page.goto('./?backend=cpu&still');
    await page.locator('#curves-table').evaluate((table) => table.scrollIntoView());
    await page.getByRole('button', { name: 'Single step', exact: true }).click();
    await expect(page.locator('#curves .reconstruction canvas')).toBeVisible();
    await expect(page.locator('#problem')).toBeHidden();
  });
