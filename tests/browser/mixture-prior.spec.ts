// A mixture of Gaussians as prior: it trains, moves on the map, is drawn from, and no dimension is said to have a KL of its own.

import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { drag, expect, parts, region, seriousViolations, stepsMade, test, three } from './page';
import { useTinyData } from './tiny-data';

const TINY =
  './?backend=cpu&threads=1&prior=mixture&components=5&hiddenSizes=16&batchSize=64&learningRate=0.01&warmUpSteps=0&still';

test('a mixture as prior trains, and its Gaussians are seen to move', async ({ page }) => {
  await useTinyData(page);
  await page.goto(TINY);
  const { latent, output, pad, start, pause, status } = parts(page);
  await latent.locator('#map-menu > summary').click();
  await latent.getByLabel('Prior: 1, 2 and 3 σ').check();
  const components = page.locator('.layer-prior .component');
  // The shipped model's prior is N(0, I).
  await expect(page.locator('.layer-prior').getByText('2 σ')).toBeVisible();
  await expect(components).toHaveCount(0);

  await start.click();
  await expect(components).toHaveCount(5);
  await expect(page.locator('#map-legend')).toContainText('prior: 5 Gaussians, 1 σ');
  await expect(latent.getByLabel('equal mass of N(0, I)')).toHaveCount(1);
  const outlines = () =>
    components.evaluateAll((all) => all.map((one) => one.querySelector('path')?.getAttribute('d')));
  const before = await outlines();
  await expect.poll(() => stepsMade(page)).toBeGreaterThan(100);
  await pause.click();
  await expect(status).toContainText('Paused');
  const after = await outlines();
  expect(after.filter((outline, index) => outline !== before[index])).toHaveLength(5);

  await drag(page, pad, three);
  await expect(output).toContainText('estimated from samples of z');
  await expect(page.locator('#sort-sliders')).toBeDisabled();
  await expect(latent.getByText('Bars: KL of this input, nats')).toHaveCount(0);
  expect(await seriousViolations(page)).toEqual([]);

  const evaluation = region(page, 'evaluation');
  await evaluation.getByRole('button', { name: 'Evaluate', exact: true }).click();
  await expect(evaluation).toContainText('the KL has no closed form');
  await expect(evaluation.getByText('KL term')).toBeVisible();
  await expect(evaluation.getByRole('columnheader', { name: 'KL, nats' })).toBeHidden();
});

test('pictures are generated from the mixture', async ({ page }) => {
  await useTinyData(page);
  await page.goto(TINY);
  const { step, status } = parts(page);
  await step.click();
  await expect(status).toContainText('1 step');
  await page.locator('#use-generate > summary').click();
  const panel = page.locator('#use-generate');
  await expect(panel.locator('.generated button')).toHaveCount(32);
  // Without spread every draw is the mean of one of five components.
  await panel.getByLabel('Temperature').fill('0');
  const distinct = async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('button', { name: 'npz' }).click(),
    ]);
    const bytes = Buffer.from(unzipSync(await readFile(await download.path()))['z.npy'] ?? []);
    const numbers = bytes.subarray(bytes.length - 4 * 64);
    return new Set(
      Array.from({ length: 32 }, (_, at) => numbers.subarray(8 * at, 8 * at + 8).toString('hex')),
    ).size;
  };
  await expect.poll(distinct).toBeLessThanOrEqual(5);
  expect(await distinct()).toBeGreaterThan(1);
});
