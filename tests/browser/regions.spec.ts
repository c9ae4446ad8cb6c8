// The latent space of what people like, in words: names on the map, at the ends of the sliders and along a path. People of
// the data like five of six fruits, or five of six tools.

import type { Page } from '@playwright/test';
import { offerHalves } from './halves';
import { drawn, expect, inked, open, parts, picture, seriousViolations, test, value } from './page';

const FRUIT = /Apple|Banana|Cherry|Date|Elderberry|Fig/;
const TOOL = /Hammer|Pliers|Saw|File|Chisel|Drill/;

const regions = (page: Page) => page.getByRole('list', { name: 'Regions of the map' }).getByRole('listitem');
const ends = (page: Page) => page.locator('.slider').nth(0).locator('.ends ul');

async function trained(page: Page) {
  await offerHalves(page);
  await open(
    page,
    '?backend=cpu&threads=1&hiddenSizes=16&latentSize=1&batchSize=24&learningRate=0.01&beta=0.2',
  );
  await page.getByRole('combobox', { name: 'Model' }).selectOption('data halves');
  const { start, bar } = parts(page);
  await start.click();
  await expect(bar).toContainText(/Epoch [1-9]\d\d/);
  await bar.getByRole('button', { name: 'Pause' }).click();
  await drawn(page);
}

test('names regions, ends and stations, and shows pictures again with a model of images', async ({
  page,
}) => {
  await trained(page);
  const { map, slider, latent } = parts(page);
  await expect(regions(page).filter({ hasText: FRUIT }).first()).toBeAttached();
  await expect(regions(page).filter({ hasText: TOOL }).first()).toBeAttached();
  await expect(regions(page).first()).toContainText(/about z₁ = /);
  expect(await inked(page.locator('.layer-names canvas'))).toBe(true);
  await expect(page.locator('#map-summary')).toContainText('Layers: Test people, Names of regions');

  // The two ends of the one dimension are the two halves.
  const [low = '', high = ''] = await ends(page).allInnerTexts();
  expect([FRUIT, TOOL].flatMap((half) => [half.test(low), half.test(high)]).filter(Boolean)).toHaveLength(2);
  await expect(latent.locator('.slider canvas')).toBeHidden();

  await map.press('Home');
  await map.press('Shift+ArrowRight');
  await expect.poll(() => value(slider(1))).toBe(0.5);
  await map.hover({ position: { x: 20, y: 10 } });
  await expect(page.locator('#map-inset')).toContainText(/More likely here: |Person \d+: /);

  const stations = page.getByRole('list', { name: 'What stands out on the way' }).getByRole('button');
  await expect(stations).toHaveCount(5);
  const [first = '', last = ''] = [await stations.first().innerText(), await stations.last().innerText()];
  expect(FRUIT.test(first)).not.toBe(FRUIT.test(last));
  await stations.last().click();
  await expect.poll(() => value(slider(1))).not.toBe(0.5);
  expect(await seriousViolations(page, 'section.latent')).toEqual([]);

  // Nothing of pictures is there.
  for (const gone of ['#uses', '#slow-motion', '#arithmetic', '#samples-section', '#film-strip', '#compared'])
    await expect(page.locator(gone)).toBeHidden();
  await page.locator('#export > summary').click();
  await expect(page.locator('[data-save="codes-test.csv"]')).toBeVisible();
  await expect(page.locator('[data-save="latent-map.png"]')).toBeVisible();
  for (const gone of ['film-strip.png', 'history.gif', 'dimension-strips.png'])
    await expect(page.locator(`[data-save="${gone}"]`)).toBeHidden();

  await page.getByRole('combobox', { name: 'Model' }).selectOption('mnist-2d.safetensors');
  await expect(page.locator('#uses')).toBeVisible();
  await expect(page.locator('#map-regions')).toBeHidden();
  await expect.poll(() => inked(parts(page).reconstruction)).toBe(true);
  await drawn(page);
  await expect.poll(() => inked(map)).toBe(true);
  await expect(latent.locator('.slider canvas').first()).toBeVisible();
  await expect(page.locator('#film-strip')).toBeVisible();
  await expect(page.locator('[data-save="latent-map.png"]')).toBeVisible();
});

test('a run of likes goes on while its map is looked at, and names follow the window', async ({ page }) => {
  await trained(page);
  const { start, bar } = parts(page);
  await start.click();
  const before = await picture(page.locator('.layer-names canvas'));
  await page.locator('#map-closer').click();
  await expect.poll(() => picture(page.locator('.layer-names canvas'))).not.toBe(before);
  await bar.getByRole('button', { name: 'Pause' }).click();
  await drawn(page);
});
