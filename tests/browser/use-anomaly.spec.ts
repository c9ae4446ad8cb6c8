// What is unlike the training images.

import { expect, open, parts, seriousViolations, test } from './page';
import { useTinyData } from './tiny-data';
import { offer } from './tiny-model';

const MINUTES = 240_000;

test('a blank page passes by its ELBO, and is flagged by the score corrected for complexity', async ({
  page,
}) => {
  test.setTimeout(MINUTES);
  await open(page, '?model=mnist-10d');
  await page.locator('#use-anomaly > summary').click();
  const panel = page.locator('#use-anomaly');
  const words = panel.locator('#anomaly-words');
  await expect(words).toContainText('Draw a picture above');
  await panel.getByRole('button', { name: 'A blank page' }).click();
  await expect(words).toContainText('Unlike the training images.', { timeout: MINUTES });
  await expect(words).toContainText('NLL corrected for complexity');
  await expect(words).toContainText(': by the ELBO alone it would pass');
  await expect(panel.getByRole('row', { name: '−ELBO' })).toContainText('0 % of 300 training images');
  await expect(panel.getByRole('img', { name: 'Pixels that cost more' })).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);

  // What is usual has been learnt: others follow at once. Which images are the first 300 depends on where they come from.
  const unusual = /(99|100) % of 300 training images/;
  await panel.getByRole('button', { name: 'A letter' }).click();
  await expect(panel.getByRole('row', { name: 'regret' })).toContainText(unusual);
  await page.locator('#sample-number').fill('0');
  await page.locator('#sample-number').press('Enter');
  await panel.getByRole('button', { name: 'The picture above' }).click();
  await expect(panel.getByRole('row', { name: 'regret' })).not.toContainText(unusual);
});

test('an autoencoder has no likelihood to judge by', async ({ page }) => {
  await offer(page, { autoencoder: { deterministic: true } });
  await open(page);
  await page.getByRole('combobox', { name: 'Model' }).selectOption('autoencoder.bin');
  await expect(page.locator('#model-words')).toContainText('utoencoder 784–8–2');
  await page.locator('#use-anomaly > summary').click();
  await page.locator('#test-sample').click();
  const panel = page.locator('#use-anomaly');
  await expect(panel.locator('#anomaly-words')).toContainText('An autoencoder has no likelihood');
  await expect(panel.getByRole('progressbar')).toBeHidden();
});

test('a picture is judged while the model trains, by one version of it', async ({ page }) => {
  test.setTimeout(MINUTES);
  await open(page);
  const { start, pause, status } = parts(page);
  await start.click();
  await expect(status).toContainText('step');
  await page.locator('#use-anomaly > summary').click();
  const panel = page.locator('#use-anomaly');
  await panel.getByRole('button', { name: 'A blank page' }).click();
  await expect(panel.getByRole('row', { name: 'regret' })).toContainText('of 300 training images', {
    timeout: MINUTES,
  });
  await expect(panel.locator('#anomaly-words')).toContainText(/nlike the training images|s usual as/);
  await pause.click();
});

test('with few training images it is said that they are too few', async ({ page }) => {
  await useTinyData(page, { train: 40 });
  await open(page);
  await page.locator('#use-anomaly > summary').click();
  const panel = page.locator('#use-anomaly');
  await panel.getByRole('button', { name: 'A blank page' }).click();
  await expect(panel.locator('#anomaly-words')).toContainText('too few training images to say what is usual');
  await expect(panel.locator('#anomaly-words')).toContainText('those of 20.');
});

test('among pictures on white the strangers lie on white too', async ({ page }) => {
  test.setTimeout(MINUTES);
  await open(page, '?model=emoji-2d');
  await page.locator('#use-anomaly > summary').click();
  const panel = page.locator('#use-anomaly');
  const levels = () =>
    panel.getByRole('img', { name: 'As the model is shown it' }).evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
      return [data?.[0], Math.min(...(data ?? []))];
    });
  await panel.getByRole('button', { name: 'A blank page' }).click();
  await expect(panel.locator('#anomaly-pictures')).toBeVisible({ timeout: MINUTES });
  expect(await levels()).toEqual([255, 255]);
  await panel.getByRole('button', { name: 'A letter' }).click();
  await expect.poll(levels, { timeout: MINUTES }).toEqual([255, 0]);
});
