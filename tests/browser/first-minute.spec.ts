import type { Page } from '@playwright/test';
import { drag, expect, inked, one, open, parts, region, seriousViolations, test } from './page';

const words = (page: Page) => page.locator('#output-words').innerText();
const turn = (page: Page) => page.getByText('Your turn: draw a 7');
const sketched = (page: Page) => expect(parts(page).input).toContainText('A digit that the page draws.');

/** Waits until z has left the code of what was drawn. */
const walks = (page: Page) => expect.poll(() => words(page)).toMatch(/From z = \(/);

/** Whether z stands still from now on. */
async function stands(page: Page) {
  await page.waitForTimeout(200);
  const before = await words(page);
  await page.waitForTimeout(800);
  expect(await words(page)).toBe(before);
}

test('a digit draws itself and z walks, until a press says whose turn it is', async ({ page }) => {
  await page.goto('./?backend=cpu');
  const { pad, seen, output } = parts(page);
  await sketched(page);
  await expect.poll(() => inked(pad)).toBe(true);
  await expect.poll(() => inked(seen)).toBe(true);
  await expect(output).toContainText('z = μ');
  await walks(page);
  const before = await words(page);
  await expect.poll(() => words(page)).not.toBe(before);
  await expect(turn(page)).toBeHidden();
  expect(await seriousViolations(page, '.tool')).toEqual([]);
  await page.mouse.click(5, 5);
  await expect(turn(page)).toBeVisible();
  await stands(page);
  expect(await seriousViolations(page, '.tool')).toEqual([]);
});

test('what drew itself gives way to the first stroke, and no undo brings it back', async ({ page }) => {
  await page.goto('./?backend=cpu');
  const { input, pad, output } = parts(page);
  await sketched(page);
  const undo = input.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeHidden();
  await drag(page, pad, one);
  await expect(turn(page)).toBeHidden();
  await expect(input).toContainText('Your drawing');
  await expect(output).toContainText('z = μ');
  // A vertical stroke: to the left and right of it nothing is left.
  const besides = () =>
    pad.evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas;
      const sides = [0, 0.65 * width].map((x) =>
        canvas.getContext('2d')?.getImageData(x, 0, 0.35 * width, height),
      );
      return sides.some((side) => side?.data.some((value) => value > 0));
    });
  await expect.poll(besides).toBe(false);
  await undo.click();
  await expect(input).toContainText('Draw here');
  await expect.poll(() => inked(pad)).toBe(false);
  await expect(undo).toBeHidden();
});

const touches: Record<string, (page: Page) => Promise<void>> = {
  'a drag on the map': (page) =>
    drag(page, parts(page).map, [
      [0.2, 0.2],
      [0.3, 0.3],
    ]),
  'a key': (page) => page.keyboard.press('Shift'),
  'the focus in the tool': (page) => page.locator('#sample-class').focus(),
  'a turn of the wheel on the map': async (page) => {
    await parts(page).map.hover();
    await page.mouse.wheel(0, -100);
  },
};

for (const [name, touch] of Object.entries(touches)) {
  test(`ends with ${name}`, async ({ page }) => {
    await page.goto('./?backend=cpu');
    await sketched(page);
    await touch(page);
    await expect(turn(page)).toBeVisible();
    await stands(page);
  });
}

test('clears away by its button, in Chinese too', async ({ page }) => {
  await page.goto('./?backend=cpu&lang=zh');
  await expect(page.getByText('网页自己写的一个数字。')).toBeVisible();
  await page.keyboard.press('Shift');
  await expect(page.getByText('轮到您了：写一个 7')).toBeVisible();
  await page.locator('#clear').click();
  await expect(page.getByText('写在这里')).toBeVisible();
  await expect(page.locator('#clear')).toBeDisabled();
  await expect.poll(() => inked(page.locator('#pad'))).toBe(false);
});

test('is fetched once the first image is there, and not before', async ({ page }) => {
  await page.goto('./?backend=cpu');
  await sketched(page);
  const [decoded, fetched] = await page.evaluate(() => [
    performance.getEntriesByName('first-decode')[0]?.startTime ?? Number.NaN,
    performance.getEntriesByType('resource').find(({ name }) => /\/play-[^/]*\.js$/.test(name))?.startTime ??
      Number.NaN,
  ]);
  expect(fetched).toBeGreaterThan(decoded + 1000);
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });
  test('nothing moves by itself', async ({ page }) => staysStill(page, './?backend=cpu'));
});

test('nothing moves by itself where the address says so', async ({ page }) =>
  staysStill(page, './?backend=cpu&still'));

async function staysStill(page: Page, address: string) {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto(address);
  await expect.poll(() => inked(parts(page).reconstruction)).toBe(true);
  await page.waitForTimeout(4000);
  await stands(page);
  expect(await inked(parts(page).pad)).toBe(false);
  expect(fetched.some((url) => /\/play-[^/]*\.js$/.test(url))).toBe(false);
}

test('z opens on a crisp digit, and the path has two', async ({ page }) => {
  await open(page);
  await expect(page.locator('#output-words')).toHaveText('From z = (0.14, 1.29).');
  const paths = region(page, 'paths');
  await paths.scrollIntoViewIfNeeded();
  await expect(paths.locator('#end-a-words')).toHaveText('(−1.78, −0.77)');
  await expect(paths.locator('#end-b-words')).toHaveText('(2.30, −0.69)');
});
