import type { Page } from '@playwright/test';
import { expect, open, parts, seriousViolations, test } from './page';

/** What the ring around the toured element goes through of the controls and numbers beside it. */
const crossed = (page: Page) =>
  page.locator('.toured').evaluate((toured) => {
    const { outlineOffset, outlineWidth } = getComputedStyle(toured);
    const ring = Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth);
    const { left, top, right, bottom } = toured.getBoundingClientRect();
    const beside = document.querySelectorAll('button, summary, select, input, .ticks li, .axis-name');
    const meets = (element: Element) => {
      const its = element.getBoundingClientRect();
      const across = its.left < right + ring && its.right > left - ring;
      return across && its.top < bottom + ring && its.bottom > top - ring;
    };
    return Array.from(beside)
      .filter((element) => !toured.contains(element) && !element.closest('.tour-box'))
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && meets(element))
      .map((element) => element.id || element.textContent);
  });

for (const width of [1920, 1366, 1000, 360]) {
  test(`five steps point at what they speak of, at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await open(page);
    const guide = page.getByRole('button', { name: 'Guide' });
    await guide.click();
    const box = page.getByRole('dialog', { name: 'Guide to the page' });
    await expect(guide).toHaveAttribute('aria-expanded', 'true');
    await expect(box).toBeFocused();
    for (const [index, at] of ['.pad', '.manifold', '#reconstruction', '#start', '#show-tour'].entries()) {
      await expect(box).toContainText(`${index + 1} of 5`);
      await expect(page.locator('.toured')).toHaveCount(1);
      await expect(page.locator(at)).toHaveClass(/toured/);
      await expect(page.locator(at)).toBeInViewport();
      await expect(box).toBeInViewport({ ratio: 1 });
      expect(await crossed(page)).toEqual([]);
      if (index === 0) expect(await seriousViolations(page)).toEqual([]);
      await box.getByRole('button', { name: index < 4 ? 'Next' : 'Done' }).click();
    }
    await expect(box).toHaveCount(0);
    await expect(page.locator('.toured')).toHaveCount(0);
    await expect(guide).toBeFocused();
    await expect(guide).toHaveAttribute('aria-expanded', 'false');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}

test('goes by keys, is left at any step, and is found again', async ({ page }) => {
  await open(page);
  const box = page.getByRole('dialog', { name: 'Guide to the page' });
  await page.keyboard.press('g');
  await expect(box).toContainText('1 of 5');
  await page.keyboard.press('ArrowRight');
  await expect(box).toContainText('2 of 5');
  await page.keyboard.press('ArrowLeft');
  await expect(box).toContainText('1 of 5');
  await page.keyboard.press('Escape');
  await expect(box).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Guide' })).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Guide');
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await box.getByRole('button', { name: 'Next' }).click();
  await box.getByRole('button', { name: 'Leave' }).click();
  await expect(box).toHaveCount(0);
  // The button that opens it leaves it too.
  await page.keyboard.press('g');
  await expect(box).toHaveCount(1);
  await page.keyboard.press('g');
  await expect(box).toHaveCount(0);
});

test('the page can be used meanwhile, in another language too', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Guide' }).click();
  const box = page.locator('.tour-box');
  await box.getByRole('button', { name: 'Next' }).click();
  const { map } = parts(page);
  await map.press('ArrowRight');
  await expect(page.locator('#output-words')).toHaveText('From z = (0.24, 1.29).');
  await page.locator('#language').click();
  await expect(box).toContainText('第 2 步，共 5 步');
  await expect(box).toContainText('在地图上拖动');
});
