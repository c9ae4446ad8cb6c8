import type { Page } from '@playwright/test';
import { expect, inked, open, parts, picture, seriousViolations, test } from './page';

const article = (page: Page) => page.getByRole('article');
const press = (page: Page, name: string) => article(page).getByRole('button', { name }).first().click();

/** A figure is drawn while it can be seen. */
async function figure(page: Page, name: string) {
  const found = article(page).locator(`[data-figure=${name}]`);
  await found.scrollIntoViewIfNeeded();
  return found;
}
const reading = async (page: Page, name: string) => (await figure(page, name)).locator('.reading');

/** The lines of the pipeline's table: name, mu, sigma and z of a dimension. */
async function lines(page: Page) {
  const rows = await (await figure(page, 'pipeline')).locator('tr').allInnerTexts();
  return rows.slice(1).map((row) => row.split(/\s+/));
}

test('the prose stands in the page before any script, formulas and all', async ({ page }) => {
  const markup = await (await page.request.get('./')).text();
  expect(markup).toContain('How a variational autoencoder works');
  expect(markup.match(/<math/g)?.length).toBeGreaterThan(50);
});

test('the figures follow the input, and the buttons move the tool', async ({ page }) => {
  await open(page);
  await expect(await reading(page, 'pipeline')).toContainText(
    'Of MNIST’s test digit 50, a 6, as there is no input yet.',
  );
  await press(page, 'Take a test digit');
  await expect(await reading(page, 'pipeline')).toHaveText('z follows the input: z = μ.');
  for (const [, mu, sigma, z] of await lines(page)) {
    expect(z).toBe(mu);
    // To two decimals.
    expect(Number(sigma)).toBeGreaterThanOrEqual(0);
  }
  await expect(await figure(page, 'terms')).toContainText(/This input.*binarised/);
  await expect(await reading(page, 'price')).toContainText('2 dots');
  await expect(await reading(page, 'collapse')).toContainText('of 2 dimensions');

  await press(page, 'Move z to the origin');
  await expect(await reading(page, 'pipeline')).toContainText('z has been moved');
  await expect.poll(async () => (await lines(page)).map(([, , , z]) => z)).toEqual(['0.00', '0.00']);
  await press(page, 'to 2.5, where the prior has little');
  await expect(await reading(page, 'axes')).toHaveText(
    'z₁ = 2.50: 99.4 % of N(0, 1) lies below it; its cell holds 0.5 %.',
  );
  await press(page, 'equal prior mass');
  await expect(await reading(page, 'axes')).toContainText('its cell holds 8.3 %');
});

test('a test digit stands in its figures while there is no input, and nowhere else', async ({ page }) => {
  await open(page);
  const { input, output } = parts(page);
  const words = await output.locator('#output-words').innerText();
  for (const name of ['pipeline', 'samples', 'terms', 'price', 'collapse'])
    await expect(await figure(page, name)).toContainText('Of MNIST’s test digit 50, a 6');
  for (const tile of await (await figure(page, 'samples')).getByRole('img').all())
    await expect.poll(() => inked(tile)).toBe(true);
  await expect(input).toContainText('Nothing yet.');
  expect(await output.locator('#output-words').innerText()).toBe(words);

  await press(page, 'Take a test digit');
  for (const name of ['pipeline', 'samples', 'terms', 'price', 'collapse'])
    await expect(await figure(page, name)).not.toContainText('as there is no input yet');
});

test('it is on paper with its figures, though nobody has scrolled to it', async ({ page }) => {
  await open(page);
  await page.emulateMedia({ media: 'print' });
  const tiles = article(page).locator('canvas');
  // What the page fetches while it has nothing else to do is there after a moment.
  await expect
    .poll(
      async () => {
        await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
        return Promise.all((await tiles.all()).map(inked));
      },
      { timeout: 30_000 },
    )
    .toEqual(Array(22).fill(true));
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await expect(article(page).locator('[data-figure=collapse]')).toContainText('of 2 dimensions');
});

test('samples of the posterior are decoded; without noise they are all the mean', async ({ page }) => {
  await open(page);
  await press(page, 'Take a test digit');
  const samples = await figure(page, 'samples');
  const tiles = samples.getByRole('img');
  const distinct = async () => new Set(await Promise.all((await tiles.all()).map(picture))).size;
  await expect.poll(distinct).toBeGreaterThan(4);
  await samples.getByRole('button', { name: 'Noise ε' }).click();
  await expect.poll(distinct).toBe(1);
});

test('they follow the model: another shipped one, and a run as β changes', async ({ page }) => {
  await open(page);
  await press(page, 'Take a test digit');
  await press(page, '20 dimensions, all active');
  await expect(await reading(page, 'collapse')).toContainText('of 20 dimensions');
  await expect(await figure(page, 'pipeline')).toContainText('and 17 more');

  await press(page, 'Start training');
  await expect(await reading(page, 'beta')).toContainText('β = 1:');
  await press(page, 'Set β to 4');
  await expect(await reading(page, 'beta')).toContainText('β = 4:');
  await expect(await figure(page, 'terms')).toContainText(/training batches.*greyscale/);
});

test('a fresh run is trained in place of the one that goes on, which is kept', async ({ page }) => {
  await open(page, '?backend=cpu&hiddenSizes=16');
  const { start, sliders, status } = parts(page);
  await start.click();
  await expect(status).toContainText('images/s');
  await press(page, 'Train a fresh one: 20 dimensions, β = 4');
  await expect(sliders).toHaveCount(20);
  await expect(status).toContainText('images/s');
  await expect(page.getByLabel('Beta')).toHaveValue('4');
  await page.locator('#runs').scrollIntoViewIfNeeded();
  await expect(page.locator('#runs')).toContainText('Run 1');
});

test('it reads in Chinese with the same figures', async ({ page }) => {
  await page.goto('./?backend=cpu&lang=zh&still');
  await expect(article(page)).toContainText('变分自编码器是怎样工作的');
  await press(page, '取一个测试数字');
  await expect(await reading(page, 'pipeline')).toContainText('z 跟随输入');
  await expect(await reading(page, 'collapse')).toContainText('2 个维度中有 2 个');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing serious is in the way of assistive technology, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 390, height: 800 });
    await open(page);
    await press(page, 'Take a test digit');
    for (const name of ['pipeline', 'samples', 'terms', 'price', 'beta', 'collapse', 'axes'])
      await figure(page, name);
    expect(await seriousViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
}

test('what a model is good for is shown live, and only while it is read', async ({ page }) => {
  test.setTimeout(120_000);
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await open(page);
  expect(fetched.filter((path) => path.includes('wasm/uses/'))).toEqual([]);
  // What stands above it grows once it comes into sight.
  await expect(async () => {
    const images = (await figure(page, 'halved')).getByRole('img');
    await expect(images).toHaveCount(3, { timeout: 10_000 });
  }).toPass({ timeout: 60_000 });
  const halved = await figure(page, 'halved');
  const [, model, mean] =
    /pixel, from 0 to 1: (\d\.\d+); filled with the mean training image (\d\.\d+)/.exec(
      await halved.innerText(),
    ) ?? [];
  for (const error of [model, mean]) expect(Number(error)).toBeLessThan(0.15);
  await expect(halved).toContainText('as there is no input yet');
  // Its pictures stand beside each other.
  const tops = await halved
    .getByRole('img')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);

  const reduced = await figure(page, 'reduced');
  await expect(reduced.getByRole('img')).toHaveCount(2, { timeout: 60_000 });
  await expect(reduced).toContainText(/codes, 2 dimensions\s*trustworthiness 0\.\d/, { timeout: 60_000 });

  const judged = await figure(page, 'judged');
  await expect(judged.getByRole('img')).toHaveCount(2, { timeout: 90_000 });
  const blank = judged.getByRole('figure').filter({ hasText: 'a blank page' });
  const above = async (what: string) =>
    Number(new RegExp(`${what}.* (\\d+) %`).exec(await blank.innerText())?.[1]);
  expect(await above('ELBO')).toBeGreaterThan(50);
  expect(await above('corrected score')).toBeGreaterThan(90);
  expect(await seriousViolations(page)).toEqual([]);
});
