// Noise put on the picture, and taken out of it.

import { expect, open, seriousViolations, test } from './page';

const PSNR = /PSNR ([\d.]+|∞) dB/;

test('noise is taken out in several ways, each with its figures', async ({ page }) => {
  await open(page, '?model=mnist-10d');
  await page.locator('#use-denoise > summary').click();
  const panel = page.locator('#use-denoise');
  await expect(panel.locator('#denoise-words')).toContainText('Draw a picture above');
  await page.locator('#test-sample').click();
  await expect(panel.getByRole('figure')).toHaveCount(6, { timeout: 60_000 });
  await expect(panel.locator('#denoise-words')).toContainText('the nearest is framed');
  const psnr = async (name: string) => {
    const figure = panel.getByRole('figure').filter({ hasText: name });
    return Number(PSNR.exec(await figure.innerText())?.[1]);
  };
  expect(await psnr('with noise')).toBeGreaterThan(7);
  expect(await psnr('likeliest z')).toBeGreaterThan(await psnr('encoded, decoded'));
  expect(await psnr('mean of the posterior')).toBeGreaterThan(await psnr('with noise'));
  expect(await seriousViolations(page)).toEqual([]);

  // More of it is farther from what it was.
  const before = await psnr('with noise');
  await panel.getByLabel('How much').fill('1');
  await expect(panel).toContainText('σ = 1.00');
  await expect.poll(() => psnr('with noise')).toBeLessThan(before);
});
