import type { Locator, Page } from '@playwright/test';
import {
  drag,
  drawn,
  expect,
  fingers,
  inked,
  open,
  openAtOrigin,
  parts,
  picture,
  seriousViolations,
  shows,
  test,
  value,
} from './page';

async function box(map: Locator) {
  await map.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const found = await map.boundingBox();
  if (!found) throw new Error('There is no map.');
  return found;
}

/** Opens the menu, presses what is in it, and closes it. */
async function choose(page: Page, ...names: string[]) {
  const { latent } = parts(page);
  await latent.getByText('Layers', { exact: true }).click();
  for (const name of names) await latent.getByLabel(name, { exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(latent.getByLabel('equal prior mass')).toBeHidden();
}

const ticks = (page: Page) => page.locator('.ticks.across').innerText();

test('zooms by wheel, keys and buttons, moves by the right button, and comes back', async ({ page }) => {
  await open(page);
  const { map, latent, slider } = parts(page);
  const whole = await picture(map);
  const { x, y, width, height } = await box(map);
  const everything = latent.getByRole('button', { name: 'Whole map' });
  await expect(everything).toBeHidden();

  // The wheel alone scrolls the page.
  await page.mouse.move(x + width / 4, y + height / 4);
  await page.mouse.wheel(0, 40);
  await expect(everything).toBeHidden();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -60);
  await page.keyboard.up('Control');
  await expect(everything).toBeEnabled();
  await expect.poll(() => picture(map)).not.toBe(whole);

  const before = await ticks(page);
  const now = await box(map);
  await page.mouse.move(now.x + 50, now.y + 50);
  await page.mouse.down({ button: 'right' });
  await page.mouse.move(now.x + 150, now.y + 120, { steps: 4 });
  await page.mouse.up({ button: 'right' });
  await expect.poll(() => ticks(page)).not.toBe(before);
  expect(await value(slider(1))).toBe(0.14);

  await map.press('0');
  await expect(everything).toBeHidden();
  await drawn(page);
  await expect.poll(() => shows(map, whole)).toBe(true);
  // The button zooms about the middle, the key about z.
  await map.press('Home');
  await latent.getByRole('button', { name: 'Zoom in' }).click();
  await map.press('-');
  await expect.poll(() => ticks(page)).toMatch(/−3\s+−2\s+−1\s+0\s+1\s+2\s+3/);
});

test('z stays in sight as keys move it, and lies where it is dragged in a closer window', async ({
  page,
}) => {
  await openAtOrigin(page);
  const { map, slider, latent } = parts(page);
  await map.focus();
  for (let press = 0; press < 3; press++) await page.keyboard.press('+');
  for (let press = 0; press < 4; press++) await page.keyboard.press('Shift+ArrowRight');
  await expect(latent).toContainText('z₁ = 2.00');
  expect(await ticks(page)).toContain('2.0');
  // The middle of a window of 6 / 1.5^3 whose right edge is at 2.
  await drag(page, map, [[0.5, 0.5]]);
  await expect.poll(() => value(slider(1))).toBeCloseTo(2 - 3 / 1.5 ** 3, 1);
});

test('the page follows z as keys move it, where the map is higher than the window', async ({ page }) => {
  await page.setViewportSize({ width: 683, height: 384 });
  await open(page);
  const { map, bar } = parts(page);
  const marker = page.locator('.layer-marker .line');
  await map.focus();
  for (const key of ['Shift+ArrowDown', 'Shift+ArrowUp'] as const) {
    for (let press = 0; press < 12; press++) {
      await map.press(key);
      await expect(marker).toBeInViewport({ ratio: 0.4 });
    }
  }
  const { y = 0, height = 0 } = (await bar.boundingBox()) ?? {};
  await expect.poll(async () => (await marker.boundingBox())?.y).toBeGreaterThan(y + height - 10);
});

test('two fingers zoom and move the map, and z stays', async ({ page }) => {
  await openAtOrigin(page);
  const { map, latent, slider } = parts(page);
  const touch = await fingers(page, map);
  await touch('touchStart', [0.4, 0.5]);
  await touch('touchStart', [0.4, 0.5], [0.6, 0.5]);
  await touch('touchMove', [0.3, 0.5], [0.7, 0.5]);
  await touch('touchMove', [0.25, 0.5], [0.75, 0.5]);
  await touch('touchEnd');
  await expect(latent.getByRole('button', { name: 'Whole map' })).toBeEnabled();
  await expect.poll(() => ticks(page)).toMatch(/^−1\.0/);
  expect(await value(slider(1))).toBe(0);

  // Nor is z torn from an input that it follows.
  await page.getByRole('button', { name: 'Random test digit' }).click();
  const words = page.locator('#output-words');
  await expect(words).toContainText('z = μ');
  await touch('touchStart', [0.4, 0.5]);
  await expect(words).not.toContainText('z = μ');
  await touch('touchStart', [0.4, 0.5], [0.6, 0.5]);
  await touch('touchMove', [0.3, 0.5], [0.7, 0.5]);
  await touch('touchEnd');
  await expect(words).toContainText('z = μ');
});

test('by equal prior mass a quarter of the map is a quarter of the prior, and dragging agrees', async ({
  page,
}) => {
  await open(page);
  const { map, slider } = parts(page);
  const even = await picture(map);
  await choose(page, 'equal prior mass');
  await drawn(page);
  await expect.poll(() => picture(map)).not.toBe(even);
  await drag(page, map, [[0.25, 0.5]]);
  await expect.poll(() => value(slider(1))).toBeCloseTo(-0.67, 1);
  const marker = await page.locator('.layer-marker .line circle').boundingBox();
  const { x, width } = await box(map);
  expect(((marker?.x ?? 0) + (marker?.width ?? 0) / 2 - x) / width).toBeCloseTo(0.25, 2);
});

test('layers are switched on, name themselves, and go', async ({ page }) => {
  await open(page);
  const { map, latent } = parts(page);
  const legend = page.locator('#map-legend');
  const tiles = await picture(map);
  await choose(
    page,
    'Test digits by class',
    'Density of the test digits’ codes',
    'Class means',
    'Prior: 1, 2 and 3 σ',
  );
  await expect(legend).toContainText('test digits');
  await expect(legend).toContainText('prior, 1 to 3 σ');
  for (const id of ['digits', 'density']) {
    await expect.poll(() => inked(page.locator(`.layer-${id} canvas`))).toBe(true);
  }
  await expect(page.locator('.layer-means').getByText('7')).toBeVisible();
  await expect(page.locator('.layer-prior').getByText('2 σ')).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);

  await choose(
    page,
    'Test digits by class',
    'Density of the test digits’ codes',
    'Class means',
    'Prior: 1, 2 and 3 σ',
    'Decoded tiles',
  );
  await expect(legend).not.toContainText('test digits');
  await expect(page.locator('.layer-digits canvas')).toHaveCount(0);
  expect(await inked(map)).toBe(false);
  await choose(page, 'Decoded tiles');
  await expect.poll(() => shows(map, tiles)).toBe(true);
  await expect(latent.getByLabel('Decoded tiles')).toBeHidden();
});

test('a test digit shows itself under the pointer, and becomes the input when it is clicked', async ({
  page,
}) => {
  await open(page);
  const { map, input, output } = parts(page);
  await choose(page, 'Test digits by class');
  await expect.poll(() => inked(page.locator('.layer-digits canvas'))).toBe(true);
  const { x, y, width } = await box(map);
  const inset = page.locator('#map-inset');
  await expect(async () => {
    // What is shown comes a moment after the pointer: off the map first, lest it be of the place before.
    await page.mouse.move(x - 50, y);
    await expect(inset).toBeHidden();
    await page.mouse.move(x + width * (0.35 + 0.2 * Math.random()), y + width * (0.4 + 0.2 * Math.random()));
    await expect(inset).toContainText(/Test digit \d+, a \d/, { timeout: 1000 });
  }).toPass();
  const index = /Test digit (\d+)/.exec(await inset.innerText())?.[1];
  await page.mouse.down();
  await page.mouse.up();
  await expect(input.locator('#input-words')).toContainText(`Test digit ${index}`);
  await expect(output).toContainText('z = μ');
});

test('what is under the pointer is decoded without moving z', async ({ page }) => {
  await openAtOrigin(page);
  const { map, slider, reconstruction } = parts(page);
  const before = await picture(reconstruction);
  await choose(page, 'Decode under the pointer');
  const { x, y, width } = await box(map);
  const inset = page.locator('#map-inset');
  await page.mouse.move(x + width * 0.75, y + width * 0.25);
  await page.mouse.move(x + width * 0.75, y + width * 0.25 + 1);
  await expect(inset).toContainText('(1.50, 1.4');
  const first = await picture(inset.locator('canvas'));
  await page.mouse.move(x + width * 0.1, y + width * 0.8);
  await expect.poll(() => picture(inset.locator('canvas'))).not.toBe(first);
  expect(await value(slider(1))).toBe(0);
  expect(await picture(reconstruction)).toBe(before);
  await page.mouse.move(x - 50, y);
  await expect(inset).toBeHidden();
});

test('of ten dimensions the map shows the principal axes, and dragging moves along them', async ({
  page,
}) => {
  await open(page, '?backend=cpu&model=mnist-10d');
  const { map, latent } = parts(page);
  const sliders = latent.getByLabel(/^Latent dimension \d+$/);
  await expect(sliders).toHaveCount(10);
  await drawn(page);
  const plane = await picture(map);
  await latent.getByRole('button', { name: 'Principal axes' }).click();
  await expect(latent).toContainText(/\d+ % of their variance/);
  // No axes are chosen now, nor named as if they were.
  for (const name of ['Across', 'Up']) await expect(latent.getByText(name, { exact: true })).toBeHidden();
  await drawn(page);
  await expect.poll(() => picture(map)).not.toBe(plane);
  await drag(page, map, [[0.75, 0.5]]);
  await expect(latent).toContainText(/p₁ = 1\.\d\d, p₂ = (−?0\.0\d)/);
  const moved = await sliders.evaluateAll(
    (sliders: HTMLInputElement[]) => sliders.filter((slider) => Math.abs(Number(slider.value)) > 0.02).length,
  );
  expect(moved).toBeGreaterThan(2);
  await latent.getByRole('button', { name: 'Principal axes' }).click();
  await expect(latent).toContainText('z₁ = ');
  await expect(latent.getByText('Across', { exact: true })).toBeVisible();
});

test('draws the tiles once for an answer, and not while it is waited for', async ({ page }) => {
  await open(page, '?backend=cpu&model=mnist-10d');
  const { map, slider, sliders } = parts(page);
  // The page opens on another model, which is drawn too.
  await expect(sliders).toHaveCount(10);
  await drawn(page);
  await map.evaluate((canvas: HTMLCanvasElement) => {
    const context = canvas.getContext('2d');
    if (!context) throw new Error('The map has no context.');
    const clear = context.clearRect.bind(context);
    Object.assign(window, { drawings: 0 });
    context.clearRect = (...box) => {
      Object.assign(window, { drawings: Reflect.get(window, 'drawings') + 1 });
      clear(...box);
    };
  });
  const before = await picture(map);
  await slider(5).press('End');
  await expect.poll(() => picture(map)).not.toBe(before);
  await drawn(page);
  expect(await page.evaluate(() => Reflect.get(window, 'drawings'))).toBe(1);
});
