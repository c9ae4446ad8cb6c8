// The first screen on every size: what trains is within reach of the map, and nothing is in the way.

import type { Locator, Page } from '@playwright/test';
import { expect, open, parts, test } from './page';
import { useTinyData } from './tiny-data';

const top = async (locator: Locator) => (await locator.boundingBox())?.y ?? Number.NaN;

/** How much of the element is in the window, from 0 to 1. */
const inSight = (locator: Locator) =>
  locator.evaluate((element) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    return Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0)) / height;
  });

for (const [width, height] of [
  [1366, 768],
  [1920, 1080],
  [1000, 700],
] as const) {
  test(`map, pad, output and Start are seen at once at ${width} x ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    const { map, pad, start, reconstruction } = parts(page);
    for (const element of [map, pad, start, reconstruction]) expect(await inSight(element)).toBe(1);
    await expect(page.getByLabel('β')).toBeInViewport();
    await expect(page.getByLabel('Learning rate').first()).toBeInViewport();
  });
}

test('on a phone the pad comes before the fold, and the bar stays beside the map', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page);
  const { map, pad, start, reconstruction } = parts(page);
  for (const element of [pad, start, reconstruction]) expect(await inSight(element)).toBe(1);
  await map.evaluate((element) => element.scrollIntoView({ block: 'end', behavior: 'instant' }));
  for (const element of [map, start]) expect(await inSight(element)).toBe(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('a start shows the map, its epoch and its loss, wherever the page was scrolled to', async ({ page }) => {
  await useTinyData(page);
  await open(page);
  const { map, start, bar, pause } = parts(page);
  await page.getByRole('heading', { name: 'What a dimension costs' }).scrollIntoViewIfNeeded();
  expect(await inSight(map)).toBe(0);
  await start.click();
  await expect.poll(() => inSight(map)).toBe(1);
  await expect(bar).toContainText(/Epoch \d+ · \d+ %/);
  await expect(bar.getByRole('img', { name: /^Training ELBO of this run/ })).toBeVisible();
  await pause.click();
});

test('beta and the learning rate of the bar are the form’s', async ({ page }) => {
  await open(page);
  const { bar } = parts(page);
  const beta = bar.getByLabel('β');
  await beta.fill('4');
  await expect(page.getByLabel('Beta', { exact: false }).first()).toHaveValue('4');
  await beta.fill('many');
  await expect(beta).toHaveAttribute('aria-invalid', 'true');
  await expect(bar.getByRole('alert')).toContainText('got “many”');
});

test('map and pad keep their place when another model is chosen', async ({ page }) => {
  await open(page);
  const { map, pad } = parts(page);
  const before = [await top(map), await top(pad)];
  for (const model of ['10-D', '20-D']) {
    await page.getByRole('combobox', { name: 'Model', exact: true }).selectOption({ label: model });
    await expect(page.getByRole('button', { name: 'Principal axes' })).toBeVisible();
    expect([await top(map), await top(pad)]).toEqual(before);
  }
});

test('nothing greyed, no dash and no empty square is on the first screen', async ({ page }) => {
  await open(page);
  const greyed = page.locator(
    '.tool :is(button, input, select):disabled, .transport :is(button, input):disabled',
  );
  await expect(greyed.filter({ visible: true })).toHaveCount(0);
  await expect(page.locator('.tool dd').filter({ visible: true, hasText: /^–$/ })).toHaveCount(0);
  await expect(parts(page).seen).toBeHidden();
  await parts(page).input.getByRole('button', { name: 'Random test digit' }).click();
  await expect(parts(page).seen).toBeVisible();
});

for (const [width, height] of [
  [1366, 768],
  [360, 740],
] as const) {
  test(`the map’s menu opens where it is seen at ${width} x ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    await parts(page).latent.getByText('Layers', { exact: true }).click();
    await expect(page.locator('.map-options')).toBeInViewport({ ratio: 1 });
  });
}

test('what is longer or wider than its frame shows that it goes on', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, '?backend=cpu&model=mnist-20d');
  await expect(page.getByRole('button', { name: 'Principal axes' })).toBeVisible();
  expect(await longFrames(page)).toEqual([['sliders', expect.stringContaining('scrolls-down')]]);
  const { step, reset, status } = parts(page);
  await step.click();
  await expect(status).toContainText('1 step,');
  await reset.click();
  await page.locator('#runs').scrollIntoViewIfNeeded();
  await expect(page.locator('#runs tbody tr')).toHaveCount(1);
  expect(await longFrames(page)).toContainEqual(['', 'scrolls-across']);
  for (const [, style] of await longFrames(page)) expect(style).toContain('scrolls-');
});

/** The id and the style of what holds more than it shows. */
const longFrames = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')]
      .filter(
        ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
          scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1,
      )
      .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflow))
      .map((frame) => [frame.id, frame.className]),
  );

for (const model of ['mnist-20d', 'mnist-conditional']) {
  test(`on a phone nothing of ${model} is cut off at the window’s edge`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, `?backend=cpu&model=${model}`);
    await expect(parts(page).latent.locator('.slider').first()).toBeVisible();
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
      // What is far away is laid out too.
      for (const part of document.querySelectorAll<HTMLElement>('body *'))
        part.style.contentVisibility = 'visible';
    });
    const beyond = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('body *')]
        .filter(
          (element) =>
            element.checkVisibility() &&
            !element.closest('.scrolls-across, .scrolls-down, .unseen, #map-layers'),
        )
        .filter((element) => element.getBoundingClientRect().right > innerWidth)
        .map((element) => `${element.tagName} ${element.id} ${element.className}`),
    );
    expect(beyond).toEqual([]);
  });
}

for (const [width, height] of [
  [360, 740],
  [1280, 720],
  [3840, 2160],
] as const) {
  test(`no letter is smaller than 13 px at ${width} x ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    expect(await smallest(page)).toBeGreaterThanOrEqual(13);
  });
}

/** The smallest letters in sight, in pixels; signs that stand in a label's place have it as their own content. */
const smallest = (page: Page) =>
  page.evaluate(() => {
    // Of a formula the indices are smaller than its letters.
    const sizes = [...document.querySelectorAll<HTMLElement>('body :not(math *)')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => [...element.childNodes].some((node) => node instanceof Text && node.data.trim()))
      .map((element) => Number.parseFloat(getComputedStyle(element).fontSize))
      .filter((size) => size > 0);
    return Math.min(...sizes);
  });

test('by keyboard the tool and Start are two presses away', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'The tool' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(parts(page).step).toBeFocused();
});

test('the lecture mode has map, pad, output and a curve alone, few and large tiles, and is left by Escape', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await open(page, '?backend=cpu&lecture');
  const { map, pad, reconstruction, start } = parts(page);
  for (const element of [map, pad, reconstruction, start]) expect(await inSight(element)).toBe(1);
  await expect(page.locator('article')).toBeHidden();
  const small = (await map.boundingBox())?.height ?? 0;
  expect(small).toBeGreaterThan(0.6 * 1080);
  await page.keyboard.press('Escape');
  await expect(page.locator('article')).toBeVisible();
  await page.keyboard.press('f');
  await expect(page.locator('article')).toBeHidden();
});

test('what was unfolded stays unfolded', async ({ page }) => {
  await open(page);
  await page.locator('#settings').scrollIntoViewIfNeeded();
  await page.getByText('Advanced', { exact: true }).click();
  await expect(page.getByLabel('Optimiser')).toBeVisible();
  await page.reload();
  await page.locator('#settings').scrollIntoViewIfNeeded();
  await expect(page.getByLabel('Optimiser')).toBeVisible();
});
