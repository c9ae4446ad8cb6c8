// All of the page's work on a few pictures of one's own.

import { readFile } from 'node:fs/promises';
import { drop } from './drop';
import { zipOfBars } from './own-files';
import { drag, drawn, expect, inked, one, open, parts, picture, region, test } from './page';

test('a convolutional model of a few pictures trains, is evaluated, follows a stroke, and its map is saved', async ({
  page,
}) => {
  await open(page, '?backend=cpu&threads=1&network=convolutional&channels=8,8&hiddenSizes=16&batchSize=8');
  await drop(page, 'bars.zip', zipOfBars(9, [200]));
  const own = region(page, 'own-data');
  await expect(own).toContainText('15 training and 3 test pictures of 2 classes');
  await own.getByRole('button', { name: 'Use this data' }).click();
  await expect(page.locator('#data-source')).toHaveText(/bars, 15 training and 3 test images/);
  const { step, status, pad, seen, map, reconstruction, output } = parts(page);
  for (const steps of ['1 step', '2 steps']) {
    await step.click();
    await expect(status).toContainText(`${steps},`);
  }
  await expect(page.locator('#model-words')).toContainText('8 × 14²');
  await drawn(page);

  // A stroke is seen and reconstructed, and the nearest training pictures stand beside it.
  const before = await picture(reconstruction);
  await drag(page, pad, one);
  await expect.poll(() => inked(seen)).toBe(true);
  await expect.poll(() => picture(reconstruction)).not.toBe(before);
  await expect(output).toContainText('ELBO');
  await page.locator('#neighbours-section > summary').click();
  await page.locator('#find-neighbours').click();
  const neighbours = page.locator('#neighbours li');
  await expect(neighbours.first()).toContainText(/(level|upright) · \d/);
  for (const canvas of await neighbours.locator('canvas').all())
    await expect.poll(() => inked(canvas)).toBe(true);

  const evaluation = region(page, 'evaluation');
  await evaluation.getByRole('button', { name: 'Evaluate', exact: true }).click();
  await expect(evaluation).toContainText('first 3 test images, greyscale bars');
  await expect(page.locator('#evaluation-terms')).toContainText(/ELBO−\d/);

  await drawn(page);
  await expect.poll(() => inked(map)).toBe(true);
  const saving = page.locator('#export');
  await saving.getByText('Save results').click();
  const save = saving.getByRole('button', { name: 'Map (PNG)', exact: true });
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  const png = await readFile(await download.path());
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(400);
});
