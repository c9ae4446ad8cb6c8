// The lecture mode: map, pad, output, one curve and the terms, all at once.

import type { Page } from '@playwright/test';
import { drag, drawn, expect, inSight, open, parts, test, three } from './page';
import { useTinyData } from './tiny-data';

const SIZES = [
  [1366, 768],
  [1920, 1080],
  [3840, 2160],
] as const;

test('map, pad, output and terms fill the window, with few and large tiles, and Escape leaves', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await open(page, '?backend=cpu&lecture');
  const { map, start } = parts(page);
  await expect(page.locator('article')).toBeHidden();
  await expect(start).toBeInViewport({ ratio: 1 });
  expect((await map.boundingBox())?.height).toBeGreaterThan(0.6 * 1080);
  await page.keyboard.press('Escape');
  await expect(page.locator('article')).toBeVisible();
  await expect(page).toHaveURL(/\?backend=cpu&still=$/);
  await page.keyboard.press('f');
  await expect(page.locator('article')).toBeHidden();
  await expect(page).toHaveURL(/&lecture=$/);
  await open(page, '?backend=cpu&lecture=0');
  await expect(page.locator('article')).toBeVisible();
});

test('all of it fits every window, and nothing moves when a run starts', async ({ page }) => {
  await useTinyData(page);
  await page.setViewportSize({ width: 1366, height: 768 });
  await open(page, '?backend=cpu&lecture&hiddenSizes=16');
  const { pad, map, start, pause, bar } = parts(page);
  await drag(page, pad, three);
  await expect(page.locator('#sample-terms .elbo dd')).toContainText(/\d/);
  const places = [];
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    await expectAllInSight(page);
    places.push(await map.boundingBox());
  }
  await page.keyboard.press('f');
  // A little space below the bar is all that it may lose.
  expect((await map.boundingBox())?.height).toBeLessThan(1.05 * (places.at(-1)?.height ?? 0));
  await page.keyboard.press('f');
  await start.click();
  await expect(bar.getByRole('img', { name: /^Training ELBO of this run/ })).toBeVisible();
  for (const [index, [width, height]] of SIZES.entries()) {
    await page.setViewportSize({ width, height });
    await expectAllInSight(page);
    expect(await map.boundingBox()).toEqual(places[index]);
  }
  await pause.click();
});

test('from the back of a room all letters are as large in every window, and the map is', async ({ page }) => {
  await open(page, '?backend=cpu&lecture');
  await drag(page, parts(page).pad, three);
  await expect(page.locator('#sample-terms .elbo dd')).toContainText(/\d/);
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    await expect.poll(() => smallestLetters(page)).toBeGreaterThan(0.016 * height);
    await expect
      .poll(async () => (await parts(page).map.boundingBox())?.height ?? 0)
      .toBeGreaterThan(0.65 * height);
    await expect
      .poll(async () => (await parts(page).pad.boundingBox())?.height ?? 0)
      .toBeGreaterThan(0.3 * height);
  }
});

/** In pixels, of all text that is in sight. */
const smallestLetters = (page: Page) =>
  page.evaluate(() => {
    const isWritten = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    const isSeen = (element: Element) =>
      element.checkVisibility() && element.getBoundingClientRect().width > 2;
    const written = [...document.body.querySelectorAll('*')].filter(
      (each) => isWritten(each) && isSeen(each),
    );
    const sizes = written.map((each) => Number.parseFloat(getComputedStyle(each).fontSize));
    return Math.min(...sizes.filter((size) => size > 0));
  });

/** To the foot of the terms. */
async function expectAllInSight(page: Page) {
  const { map, pad, reconstruction } = parts(page);
  for (const element of [map, pad, reconstruction, page.locator('#map-frame'), page.locator('#sample-terms')])
    await expect.poll(() => inSight(element)).toBe(1);
  // Beyond the window, or beyond the bar.
  const beyond = () =>
    page.evaluate(() => {
      const bar = document.querySelector('.transport');
      return [
        document.documentElement.scrollWidth - innerWidth,
        (bar?.scrollWidth ?? 0) - (bar?.clientWidth ?? 1),
      ];
    });
  await expect.poll(beyond).toEqual([0, 0]);
}

test('twenty dimensions have their axes, and first the sliders that carry most', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await open(page, '?backend=cpu&lecture&model=mnist-20d');
  const { pad, latent, sliders } = parts(page);
  await expect(sliders).toHaveCount(20);
  await drag(page, pad, three);
  for (const name of ['Across', 'Up'])
    await expect(latent.getByRole('combobox', { name })).toBeInViewport({ ratio: 1 });
  await expect(latent.getByRole('button', { name: 'Principal axes' })).toBeInViewport({ ratio: 1 });
  await expect(sliders.first()).toBeInViewport({ ratio: 1 });
  const shown = async () =>
    (await page.locator('.slider .nats').allTextContents()).map((words) => Number(words.replace('KL', '')));
  await expect.poll(async () => (await shown()).length).toBe(20);
  const nats = await shown();
  expect(nats).toEqual(nats.toSorted((one, other) => other - one));
});

test('a palette has its room too', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page, '?backend=cpu&lecture&model=emoji-2d');
  const { input, sliders } = parts(page);
  const pen = input.getByRole('slider', { name: 'Pen width' });
  for (const control of [...(await input.locator('.swatch').all()), pen])
    await control.click({ trial: true });
  await expect(sliders.first()).toBeHidden();
});

test('a conditional model has its classes', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await open(page, '?backend=cpu&lecture&model=mnist-conditional');
  const { latent, map } = parts(page);
  await expect(latent.getByText('7', { exact: true })).toBeInViewport({ ratio: 1 });
  expect(await inSight(map)).toBe(1);
});

test('a link to what is left out leads there, and whoever comes back is where they were', async ({
  page,
}) => {
  await open(page);
  const draw = page.getByRole('button', { name: 'Draw on the map' });
  await draw.focus();
  await draw.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const before = await page.evaluate(() => scrollY);
  await page.keyboard.press('f');
  await expect(draw).toBeHidden();
  await expect(page.getByRole('button', { name: 'Lecture' })).toBeFocused();
  await page.keyboard.press('f');
  await expect(draw).toBeFocused();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(before);
  await page.keyboard.press('f');
  await parts(page).bar.getByRole('link', { name: 'Curves' }).click();
  await expect(page.locator('#training')).toBeInViewport();
  await expect(page.locator('article')).toBeVisible();
});

test('an address lays the page out for it before anything is painted', async ({ page }) => {
  await page.addInitScript(() => {
    const look = () => {
      const shown = document.querySelector('.slider-tools')?.checkVisibility();
      if (shown) document.documentElement.dataset.seen = 'sliders';
      requestAnimationFrame(look);
    };
    look();
  });
  await open(page, '?backend=cpu&lecture');
  await expect(page.locator('html')).toHaveClass('lecture');
  await expect(page.locator('html')).not.toHaveAttribute('data-seen');
});

for (const model of ['colours-2d', 'quatrains-2d', 'reviews-en-2d', 'music-2d'])
  test(`what is not drawn fits the window too, none of it over the rest: ${model}`, async ({ page }) => {
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto(`./?backend=cpu&still&lecture&model=${model}`);
    await expect(page.getByRole('textbox').first()).toBeVisible();
    await drawn(page);
    const panels = page.locator(
      '.tool > :is(#likes, #suggestions, #text, #reading, #text-input, #text-output)',
    );
    const field = page.getByRole('textbox').first();
    if (model === 'reviews-en-2d') await field.fill('too expensive coffee');
    if (model === 'colours-2d') await field.fill('forest green');
    const shown = panels.filter({ visible: true });
    await expect(shown).toHaveCount(2);
    const card = await page.locator('.tool').boundingBox();
    const foot = (card?.y ?? 0) + (card?.height ?? 0);
    expect(foot).toBeLessThanOrEqual(768);
    for (const panel of await shown.all())
      await expect
        .poll(async () => {
          const box = await panel.boundingBox();
          return (box?.y ?? foot) + (box?.height ?? 0);
        })
        .toBeLessThanOrEqual(foot);
    await expect(page.locator('.slider-panel')).toBeHidden();
  });

test('where z is can be read to its end beside a projector’s map too', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await open(page, '?backend=cpu&lecture&model=mnist-20d');
  const words = page.locator('#output-words');
  await expect(words).toContainText('…)');
  const [shown, needed] = await words.evaluate((it) => [it.clientWidth, it.scrollWidth]);
  expect(needed).toBe(shown);
});
