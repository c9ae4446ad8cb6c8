// How the page is arranged on every width: what the focus visits, how large the map is, and where buttons stand.

import type { Page } from '@playwright/test';
import { expect, open, parts, test } from './page';

const sizes = [
  [1920, 1080],
  [1366, 768],
  [1000, 700],
  [683, 384],
  [360, 740],
] as const;

/** Boxes of what takes the focus, joined where they follow each other in one section, in the order of the focus. */
const visited = (page: Page) =>
  page.evaluate(() => {
    const stops = 'a[href], button, input, select, textarea, summary, [tabindex]';
    const boxes: { name: string; left: number; top: number; right: number; bottom: number }[] = [];
    let last: Element | undefined;
    for (const stop of document.querySelectorAll<HTMLElement>(stops)) {
      const section = stop.closest('section, header, nav, footer');
      if (!section || stop.tabIndex < 0 || !stop.checkVisibility({ visibilityProperty: true })) continue;
      const { left, top, right, bottom } = stop.getBoundingClientRect();
      const box = boxes.at(-1);
      if (box && section === last) {
        box.left = Math.min(box.left, left);
        box.top = Math.min(box.top, top);
        box.right = Math.max(box.right, right);
        box.bottom = Math.max(box.bottom, bottom);
      } else boxes.push({ name: section.id || section.className, left, top, right, bottom });
      last = section;
    }
    return boxes;
  });

for (const [width, height] of sizes)
  test(`the focus goes from above to below and from left to right at ${width} x ${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    const boxes = await visited(page);
    expect(boxes.length).toBeGreaterThan(8);
    const back = boxes.slice(1).filter((box, index) => {
      const before = boxes[index];
      if (!before) return true;
      const isBelow = box.top >= before.top - 2;
      const isBeside = box.left >= before.right - 2 && box.bottom > before.top;
      return !(isBelow || isBeside);
    });
    expect(back).toEqual([]);
    const positive = page.locator('[tabindex]:not([tabindex="0"], [tabindex^="-"])');
    await expect(positive).toHaveCount(0);
  });

test('the map grows with the window', async ({ page }) => {
  await open(page);
  const side = async (width: number, height: number) => {
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(300);
    return (await parts(page).map.boundingBox())?.height ?? Number.NaN;
  };
  const sides: number[] = [];
  for (const [width, height] of [
    [1000, 700],
    [1366, 768],
    [1920, 1080],
    [2560, 1440],
    [3840, 2160],
  ] as const) {
    const is = await side(width, height);
    // Most of what header, bar and axes leave of the height.
    expect(is).toBeGreaterThan(0.58 * height);
    expect(is).toBeGreaterThan(sides.at(-1) ?? 0);
    sides.push(is);
  }
});

test('at 1000 px no button of the tool stands alone in a second row', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 700 });
  await open(page);
  const rows = await page.evaluate(() => {
    const groups = [...document.querySelectorAll('header *, .bar *, .panel *')].map((group) =>
      [...group.children].filter((child) => child.matches('button') && child.checkVisibility()),
    );
    return groups
      .filter((buttons) => buttons.length > 2)
      .map((buttons) => {
        const frame = buttons[0]?.parentElement?.getBoundingClientRect().width ?? 0;
        const boxes = buttons.map((button) => button.getBoundingClientRect());
        const last = boxes.at(-1);
        const others = boxes.slice(0, -1).some(({ bottom }) => bottom > (last?.top ?? 0));
        // One as wide as the frame was given a row of its own.
        const isWide = (last?.width ?? 0) > 0.9 * frame;
        return { last: buttons.at(-1)?.textContent, isAlone: !(others || isWide) };
      });
  });
  expect(rows.length).toBeGreaterThan(2);
  expect(rows.filter(({ isAlone }) => isAlone)).toEqual([]);
});
