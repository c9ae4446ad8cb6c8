// The first screen on every size: what trains is within reach of the map, and nothing is in the way.

import type { Locator, Page } from '@playwright/test';
import { expect, inSight, open, parts, test } from './page';
import { useTinyData } from './tiny-data';

const top = async (locator: Locator) => (await locator.boundingBox())?.y ?? Number.NaN;

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

test('whatever the bar has room for, nothing of it goes beyond its edge during a run', async ({ page }) => {
  await useTinyData(page);
  await open(page);
  const { bar, step, status } = parts(page);
  await step.click();
  await expect(status).toContainText('1 step,');
  const beyond = () => bar.evaluate((bar) => bar.scrollWidth - bar.clientWidth);
  for (const width of [360, 683, 1024, 1281, 1366, 1440, 1537, 1600, 1697, 1920]) {
    await page.setViewportSize({ width, height: 768 });
    await expect.poll(beyond).toBe(0);
  }
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
  [740, 360],
] as const) {
  test(`the map’s menu opens where it is seen, below the bar, at ${width} x ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    const menu = parts(page).latent.getByText('Layers', { exact: true });
    const options = page.locator('.map-options');
    for (const place of ['end', 'center', 'start'] as const) {
      await menu.evaluate((name, block) => name.scrollIntoView({ block, behavior: 'instant' }), place);
      await menu.click();
      await expect(options).toBeInViewport({ ratio: 1 });
      const bar = await parts(page).bar.boundingBox();
      expect(await top(options)).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
      await page.getByRole('radio', { name: 'equal prior mass' }).scrollIntoViewIfNeeded();
      await expect(page.getByRole('radio', { name: 'equal prior mass' })).toBeInViewport();
      await page.keyboard.press('Escape');
    }
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });

  test('the bar has words for what it holds, and the ELBO’s figure once there is a run', async ({ page }) => {
    await useTinyData(page);
    await open(page);
    const { bar, step, status, start } = parts(page);
    await expect(bar.getByRole('link')).toHaveText(/Curves/);
    await expect(bar.getByText('Rate', { exact: true })).toBeVisible();
    const before = await bar.boundingBox();
    await step.click();
    await expect(status).toContainText('1 step,');
    await expect(bar.locator('figcaption .short')).toHaveText(/^ELBO −\d/);
    await expect(bar.locator('figcaption .short')).toBeInViewport({ ratio: 1 });
    await expect(bar.getByText(/^Epoch 1 · \d+ %$/)).toBeInViewport({ ratio: 1 });
    await expect(start).toBeInViewport({ ratio: 1 });
    expect((await bar.boundingBox())?.height).toBe(before?.height);
  });

  test('a slider’s figures have room, and how many of twenty are in sight is said', async ({ page }) => {
    await open(page, '?backend=cpu&model=mnist-20d');
    const { input, sliders } = parts(page);
    await expect(sliders).toHaveCount(20);
    await input.getByText('More input').click();
    await input.getByRole('button', { name: 'Random test digit' }).click();
    const nats = page.locator('.slider .nats');
    await expect(nats.first()).toHaveText(/\d/);
    await expect(page.locator('#sliders-shown')).toHaveText('6 of 20 shown: scroll for the others.');
    const beyond = await page.locator('.slider').evaluateAll(
      (all) =>
        all.filter((slider) => {
          const figure = slider.querySelector('.nats');
          return figure && figure.getBoundingClientRect().right > slider.getBoundingClientRect().right + 0.5;
        }).length,
    );
    expect(beyond).toBe(0);
  });

  test('what is said of input, map and output is said to its end, and the way back covers nothing', async ({
    page,
  }) => {
    await open(page);
    const { input, output, map } = parts(page);
    await input.getByText('More input').click();
    await input.getByRole('button', { name: 'Random test digit' }).click();
    await map.press('Shift+ArrowLeft');
    const back = output.getByRole('button', { name: 'Back to input' });
    await expect(back).toBeVisible();
    const cut = await page.locator('.tool .lead, .paths .lead').evaluateAll((all) =>
      all
        .filter((lead) => lead.checkVisibility({ visibilityProperty: true }))
        .filter((lead) => lead.scrollWidth > lead.clientWidth || lead.scrollHeight > lead.clientHeight)
        .map((lead) => lead.textContent),
    );
    expect(cut).toEqual([]);
    const covered = await back.evaluate((button) => {
      const own = button.getBoundingClientRect();
      return [...document.querySelectorAll('.tool canvas, .tool h2, .tool .lead')].filter((other) => {
        const { left, right, top, bottom } = other.getBoundingClientRect();
        return left < own.right && right > own.left && top < own.bottom && bottom > own.top;
      }).length;
    });
    expect(covered).toBe(0);
  });
});

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
  // Its rows are lists there.
  expect(await longFrames(page)).not.toContainEqual(['', expect.stringContaining('stacks')]);
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

test('what was unfolded stays unfolded', async ({ page }) => {
  await open(page);
  await page.locator('#settings').scrollIntoViewIfNeeded();
  await page.getByText('Advanced', { exact: true }).click();
  await expect(page.getByLabel('Optimiser')).toBeVisible();
  await page.reload();
  await page.locator('#settings').scrollIntoViewIfNeeded();
  await expect(page.getByLabel('Optimiser')).toBeVisible();
});
