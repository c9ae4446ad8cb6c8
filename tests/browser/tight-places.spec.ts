// Where there is little room: nothing touches, nothing is cut, and the focus goes as one reads.

import type { Locator, Page } from '@playwright/test';
import { csv } from './own-files';
import { drag, expect, open, parts, region, test, three } from './page';

const box = async (element: Locator) => {
  const { x, y, width, height } = (await element.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { left: x, top: y, right: x + width, bottom: y + height };
};

test('the classes keep apart from what stands above them', async ({ page }) => {
  await open(page, '?backend=cpu&model=mnist-conditional');
  const classes = parts(page).latent.getByRole('group', { name: 'Class' }).locator('label');
  const above = await box(page.locator('#map-closer'));
  expect((await box(classes.first())).top).toBeGreaterThan(above.bottom + 3);
});

test('on a phone the name of the upward axis keeps apart from its ticks', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await open(page);
  const name = await box(page.locator('#axis-up-name'));
  // A tick has no width of its own: its words stand out of it to the left.
  const left = await page.locator('.ticks.up li').evaluateAll((ticks) => {
    const range = document.createRange();
    return ticks.map((tick) => {
      range.selectNodeContents(tick);
      return [range.getBoundingClientRect().left, range.getBoundingClientRect().top];
    });
  });
  const beside = left.filter(([, top = 0]) => Math.abs(top - name.top) < 12);
  expect(beside.length).toBeGreaterThan(0);
  for (const [tick = 0] of beside) expect(tick).toBeGreaterThan(name.right + 3);
});

test('in a narrow window the focus goes through Paths from above to below', async ({ page }) => {
  await page.setViewportSize({ width: 683, height: 384 });
  await open(page);
  const journey = region(page, 'paths').locator('.journey');
  await journey.scrollIntoViewIfNeeded();
  const stops = journey.locator('button, input');
  const places = await stops.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
  expect(places.length).toBe(7);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
});

test('on a phone what is kept is read without a move to the side', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await open(page);
  await parts(page).step.click();
  const own = region(page, 'own-data');
  await own.scrollIntoViewIfNeeded();
  const pictures = csv(40);
  await own.getByLabel('Choose files…').setInputFiles({ name: 'a.csv', mimeType: '', buffer: pictures });
  await own.getByRole('button', { name: 'Use this data' }).click();
  await parts(page).step.click();
  await expect(parts(page).status).toContainText('1 step,');
  await parts(page).reset.click();
  for (const [table, said] of [
    [page.locator('#runs'), 'Steps 1'],
    [page.locator('#own-kept'), 'Size 28 × 28 pixels, grey'],
    [page.locator('#saved'), 'Steps 1'],
  ] as const) {
    await table.scrollIntoViewIfNeeded();
    const frame = table.locator('.scrolls-across');
    await expect(frame).toBeVisible();
    const names = await frame
      .locator('td')
      .evaluateAll((cells) => cells.map((cell) => `${cell.dataset.name} ${cell.textContent}`));
    expect(names).toContain(said);
    expect(await frame.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  }
});

for (const lang of ['en', 'zh'])
  test(`no choice among the settings is cut: ${lang}`, async ({ page }) => {
    await page.goto(`./?backend=cpu&still&lang=${lang}`);
    await expect(page.locator('html')).not.toHaveAttribute('data-awaits');
    await page.locator('#advanced > summary').click();
    expect(await cutOptions(page)).toEqual([]);
  });

/** The options that the selects have no room for. */
const cutOptions = (page: Page) =>
  page.locator('#training select').evaluateAll((selects) => {
    const ARROW = 20;
    const pen = document.createElement('canvas').getContext('2d');
    return (selects as HTMLSelectElement[]).flatMap((select) => {
      const style = getComputedStyle(select);
      const { clientWidth, options } = select;
      const room = clientWidth - Number.parseFloat(style.paddingLeft) * 2 - ARROW;
      if (!pen || clientWidth === 0) return [];
      pen.font = style.font;
      return [...options].map(({ text }) => text).filter((text) => pen.measureText(text).width > room);
    });
  });

test('on a phone what can be done with a saved run stands in one row', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page);
  await parts(page).step.click();
  await expect(page.getByRole('textbox', { name: 'Name of Run 1, saved' })).toBeAttached();
  await page.reload();
  const goOn = page.getByRole('button', { name: 'Go on training' });
  await expect(goOn).toBeVisible();
  expect((await box(page.getByRole('button', { name: 'Not now' }))).top).toBe((await box(goOn)).top);
});

for (const lang of ['en', 'zh'])
  test(`no closed list has a choice that it cuts, on a phone, a projector and wide: ${lang}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`./?backend=cpu&still&lang=${lang}`);
    await expect.poll(() => page.locator('#model option').count()).toBeGreaterThan(15);
    await page.locator('#own-fit').evaluate((fit) => fit.scrollIntoView());
    await page.locator('details:has(select)').evaluateAll((all) => {
      for (const folded of all as HTMLDetailsElement[]) folded.open = true;
    });
    for (const width of [360, 390, 683, 1000, 1024, 1366, 1920]) {
      await page.setViewportSize({ width, height: 740 });
      await expect.poll(() => cutChoices(page)).toEqual([]);
    }
  });

/** Of all lists, as wide as each choice alone would make them. */
const cutChoices = (page: Page) =>
  page.locator('select:visible').evaluateAll((lists) => {
    const wants = (list: HTMLSelectElement, option: HTMLOptionElement) => {
      const alone = list.cloneNode() as HTMLSelectElement;
      alone.append(option.cloneNode(true));
      alone.style.cssText = 'position: absolute; width: max-content; min-width: 0; max-width: none';
      list.after(alone);
      const { offsetWidth } = alone;
      alone.remove();
      return offsetWidth;
    };
    return (lists as HTMLSelectElement[]).flatMap((list) => {
      const cut = [...list.options].filter((option) => wants(list, option) > list.offsetWidth + 1);
      return cut.map((option) => `${list.id}: ${option.text}`);
    });
  });

test('the captions of the three small images are whole words, on a projector and in a lecture too', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await open(page);
  await drag(page, parts(page).pad, three);
  await expect(page.locator('#sample-terms .elbo dd')).toContainText(/\d/);
  const captions = page.locator('.trio figcaption');
  const rows = () =>
    captions.evaluateAll((all) =>
      all.map((caption) => caption.clientHeight / Number.parseFloat(getComputedStyle(caption).lineHeight)),
    );
  for (const key of ['', 'f']) {
    if (key) await page.keyboard.press(key);
    await expect.poll(async () => (await rows()).map(Math.round)).toEqual([1, 1, 1]);
  }
});

test('on a phone the row of the model goes off with the page, and comes back for who types', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page);
  const { start, step } = parts(page);
  const list = page.locator('#model');
  expect((await box(list)).bottom).toBeLessThan((await box(start)).top);
  await page.locator('#training').scrollIntoViewIfNeeded();
  await expect(list).not.toBeInViewport();
  await expect(start).toBeInViewport({ ratio: 1 });
  await start.focus();
  await page.keyboard.press('Shift+Tab');
  await expect(list).toBeFocused();
  await expect(list).toBeInViewport({ ratio: 1 });
  await expect(step).toBeInViewport({ ratio: 1 });
});

test('on a phone it is read whole what the bars of sliders are', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('./?backend=cpu&still&model=reviews-en-50d');
  const words = page.locator('#slider-words');
  await expect(words).toHaveText('Bars: mean KL of test texts, nats');
  const cut = () => words.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
  expect(await cut()).toBe(0);
  // The longest that it has to say.
  const typed = page.getByRole('spinbutton', { name: 'Value of latent dimension 1', exact: true });
  await typed.fill('-123.25');
  await typed.press('Enter');
  await expect(words).toContainText('got -123.25');
  expect(await cut()).toBe(0);
});

test('of many sliders as many are counted as are seen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('./?backend=cpu&still&model=reviews-en-50d');
  const list = page.locator('#sliders');
  await expect(list.locator('.ends li').first()).toBeAttached();
  await page.locator('#sliders-shown').scrollIntoViewIfNeeded();
  const seen = () =>
    list.evaluate((list) => {
      const end = list.getBoundingClientRect().bottom;
      return [...list.children].filter((row) => row.getBoundingClientRect().bottom <= end).length;
    });
  await expect(page.locator('#sliders-shown')).toBeInViewport();
  const said = async () => Number.parseInt(await page.locator('#sliders-shown').innerText(), 10);
  await expect.poll(async () => (await said()) - (await seen())).toBe(0);
  expect(await seen()).toBeGreaterThan(1);
});
