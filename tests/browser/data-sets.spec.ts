// Another data set than MNIST: everything works on it as on MNIST, and says so. The shapes are made by the crate: they are
// there without a network.

import type { Page } from '@playwright/test';
import { drawn, expect, inked, open, parts, settled, test } from './page';

const chooser = (page: Page) => page.getByRole('combobox', { name: 'Model' });
const source = (page: Page) => page.locator('#data-source');

async function openShapes(page: Page) {
  await open(page, '?backend=cpu&threads=1&hiddenSizes=16&epochs=1');
  await expect(chooser(page).locator('optgroup[label="MNIST"]')).toHaveCount(1);
  await chooser(page).selectOption('shapes-2d.safetensors');
  await expect(source(page)).toContainText('Shapes, 10,000 training and 2,000 test images');
  await drawn(page);
}

/** The files of data sets beside MNIST that the page has fetched, without their formats. */
function askedOf(page: Page) {
  const asked = new Set<string>();
  page.on('request', (request) => {
    const file = /data\/([\w-]+\/[a-z0-9]+(-[a-z]+)?)/.exec(request.url())?.[1];
    if (file) asked.add(file);
  });
  return () => [...asked].sort();
}

test('a model of other data brings that along, with its classes and its words', async ({ page }) => {
  const asked = askedOf(page);
  await open(page);
  const { map, input, output } = parts(page);
  await input.getByRole('button', { name: 'Random test digit' }).click();
  await expect(output).toContainText('KL term');
  const digits = await settled(map);

  await openShapes(page);
  expect(await settled(map)).not.toBe(digits);
  await expect(page.locator('#model-words')).toContainText('binarised Shapes, Bernoulli: test NLL');
  await expect(page.locator('#model-words')).toContainText('The map');
  await expect(page.getByLabel('Class of the test image').locator('option')).toHaveCount(4);
  // Of what the site brings along nothing comes before it is needed: nobody has asked for an image yet.
  expect(asked()).toEqual([]);
  await input.getByRole('button', { name: 'Random test image' }).click();
  await expect.poll(() => inked(parts(page).seen)).toBe(true);
  await expect(input).toContainText(/Test image [\d,]+, a /);
  await expect(output).toContainText('binarised Shapes');
  const ofTests = ['shapes/manifest', 'shapes/t10k-images', 'shapes/t10k-labels'];
  expect(asked()).toEqual(ofTests);

  await page.locator('#neighbours-section > summary').click();
  await page.locator('#find-neighbours').click();
  await expect.poll(() => page.locator('#neighbours li').count()).toBeGreaterThan(4);
  await expect.poll(asked).toEqual([...ofTests, 'shapes/train-images', 'shapes/train-labels']);

  // The link that the address is opens the same.
  await expect(page).toHaveURL(/model=shapes-2d/);
  await page.reload();
  await expect(source(page)).toContainText('Shapes, 10,000 training');
  await expect(chooser(page)).toHaveValue('shapes-2d.safetensors');
});

test('a run trains on the data that is chosen, and is shown on it again', async ({ page }) => {
  await openShapes(page);
  const { step, status, reset } = parts(page);
  await step.click();
  await expect(status).toContainText('1 step,');
  await chooser(page).selectOption('mnist-2d.safetensors');
  await expect(source(page)).toContainText('MNIST');
  // The run ended with its data, and is among those that were kept.
  await expect(reset).toBeHidden();
  await chooser(page).selectOption({ label: 'Run 1' });
  await expect(source(page)).toContainText('Shapes, 10,000 training');
  await expect(page.locator('#where')).toContainText('greyscale Shapes');
});
