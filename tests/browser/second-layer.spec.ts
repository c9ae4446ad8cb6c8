// A second layer of latents: it trains, its figures are those of both layers, and its uses say that they go by z.

import { drag, expect, parts, region, settled, shows, stepsMade, test, three } from './page';
import { useTinyData } from './tiny-data';

const TINY =
  './?backend=cpu&threads=1&lowerSize=6&hiddenSizes=16&batchSize=64&learningRate=0.01&warmUpSteps=0&still';

test('a second layer of latents trains, and its figures are those of both', async ({ page }) => {
  await useTinyData(page);
  await page.goto(TINY);
  const { output, pad, map, start, pause, status, slider, reconstruction } = parts(page);
  await start.click();
  await expect.poll(() => stepsMade(page)).toBeGreaterThan(100);
  await pause.click();
  await expect(status).toContainText('Paused');
  await expect(page.locator('#saved')).toContainText('VAE with a second layer of 6 latents, 784–16–2');

  await drag(page, pad, three);
  await expect(output).toContainText('the KL is that of both');
  await expect(output).toContainText(/From z = μ = \(.*\), and h of the input\./);
  await expect(page.locator('#sort-sliders')).toBeDisabled();
  const ofBoth = await settled(reconstruction);
  // The map knows z alone: at the input's own z it shows what such images share.
  await map.press('ArrowRight');
  await map.press('ArrowLeft');
  await expect.poll(() => shows(reconstruction, ofBoth)).toBe(false);
  await expect(output).not.toContainText('h of the input.');
  await expect(slider(1)).toBeEnabled();

  const evaluation = region(page, 'evaluation');
  await evaluation.getByRole('button', { name: 'Evaluate', exact: true }).click();
  await expect(evaluation).toContainText('the KL is that of both');
  await expect(evaluation).toContainText('2 of 2 of z');
  await expect(evaluation.getByRole('columnheader', { name: 'KL, nats' })).toBeHidden();
});

test('a step of it is taken apart, and its uses say what they go by', async ({ page }) => {
  await useTinyData(page);
  await page.goto(TINY);
  const { step, status } = parts(page);
  await step.click();
  await expect(status).toContainText('1 step');
  await parts(page).training.getByRole('button', { name: 'Slow motion' }).click();
  const dock = page.getByRole('region', { name: 'One step in slow motion' });
  const next = dock.getByRole('button', { name: 'Next', exact: true });
  for (const stage of ['Sample', 'Decode', 'Loss']) {
    await next.click();
    await expect(dock.locator('[aria-current=step]')).toHaveText(stage);
  }
  await expect(dock).toContainText('the KL is that of both');
  await dock.getByRole('button', { name: 'Previous' }).click();
  await expect(dock).toContainText('a point h of the second layer is drawn');
  await next.click();
  await next.click();
  await expect(dock.getByRole('listitem').filter({ hasText: 'lower.prior' })).toContainText('%');
  await page.keyboard.press('Escape');
  await expect(page.locator('#uses-lower')).toBeVisible();
  await page.locator('#use-compress > summary').click();
  await expect(page.locator('#compress-words')).toContainText('Nothing is compressed yet');
});

test('the article offers one where the data is images', async ({ page }) => {
  await page.goto('./?backend=cpu&still');
  const offer = page.locator('[data-try=lower]');
  await offer.scrollIntoViewIfNeeded();
  await expect(offer).toBeVisible();
  await page.goto('./?backend=cpu&model=bob-ross-2d&still');
  await expect(page.locator('#model-words')).toContainText('likes of');
  await expect(offer).toBeHidden();
});
