import type { Page } from '@playwright/test';
import { expect, open, parts, picture, seriousViolations, settled, test } from './page';

const TINY = '?backend=cpu&threads=1&hiddenSizes=16&warmUpSteps=0&learningRate=0.01';

function walkParts(page: Page) {
  const dock = page.getByRole('region', { name: 'One step in slow motion' });
  return {
    dock,
    begin: parts(page).training.getByRole('button', { name: 'Slow motion' }),
    stage: dock.locator('[aria-current=step]'),
    next: dock.getByRole('button', { name: 'Next', exact: true }),
    previous: dock.getByRole('button', { name: 'Previous' }),
  };
}

test('one step is walked through, from the first image to the lower loss', async ({ page }) => {
  await open(page, TINY);
  const { map, status, latent } = parts(page);
  const { begin, dock, stage, next, previous } = walkParts(page);
  await begin.click();
  await expect(stage).toHaveText('Encode');
  await expect(status).toContainText('1 step, 64 images seen');
  await expect(dock).toContainText('Step 1: a batch of 64 training images');
  await expect(dock.getByRole('img', { name: 'Images of the batch' }).locator('canvas')).toHaveCount(8);
  const before = await settled(map);

  await next.click();
  await expect(stage).toHaveText('Sample');
  await expect(dock).toContainText(/μ = \(.*\), σ = \(.*\), z = \(.*\)/);
  await expect(latent).toContainText('batch: μ and 1 σ, then z');
  await expect(page.locator('.layer-batch .z')).toHaveCount(8);
  expect(await seriousViolations(page, '.tool')).toEqual([]);
  expect(await seriousViolations(page, '#walk')).toEqual([]);

  await page.keyboard.press('ArrowRight');
  await expect(stage).toHaveText('Decode');
  await expect(dock.getByRole('img')).toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(stage).toHaveText('Loss');
  await expect(dock).toContainText(/Reconstruction term [\d.]+ \+ β 1 × KL term [\d.]+/);
  expect(await picture(map)).toBe(before);

  await next.click();
  await expect(stage).toHaveText('Update');
  const [, from, to] = /loss ([\d.]+) before the step, ([\d.]+) after/.exec(await dock.innerText()) ?? [];
  expect(Number(to)).toBeLessThan(Number(from));
  await expect(dock.getByRole('listitem').filter({ hasText: 'decoder.logits' })).toContainText('%');
  await expect.poll(() => picture(map)).not.toBe(before);

  await previous.click();
  await expect(stage).toHaveText('Loss');
  await expect.poll(() => picture(map)).toBe(before);
  await page.keyboard.press('Escape');
  await expect(dock).toBeHidden();
  await expect(begin).toBeFocused();
  await expect.poll(() => picture(map)).not.toBe(before);
});

test('a run pauses for it, it plays by itself, and the run goes on', async ({ page }) => {
  await open(page, TINY);
  const { start, status } = parts(page);
  const { begin, dock, stage } = walkParts(page);
  await start.click();
  await expect(status).toContainText('images/s');
  await begin.click();
  await expect(stage).toHaveText('Encode');
  await expect(status).toContainText('Paused');
  await dock.getByRole('button', { name: 'Play' }).click();
  await expect(stage).toHaveText('Sample');
  await expect(stage).toHaveText('Decode');
  await dock.getByRole('button', { name: 'Pause' }).click();

  await start.click();
  await expect(dock).toBeHidden();
  await expect(status).toContainText('images/s');
});

test('an autoencoder that denoises draws nothing, and has a reconstruction term alone', async ({ page }) => {
  await open(page, `${TINY}&corruption=mask`);
  await page.getByLabel('Kind').selectOption({ label: 'Autoencoder' });
  const { begin, dock, stage, next } = walkParts(page);
  await begin.click();
  await expect(stage).toHaveText('Encode');
  await next.click();
  await expect(dock).toContainText('An autoencoder draws nothing');
  await next.click();
  await next.click();
  await expect(dock).toContainText('loss is its reconstruction term');
});
