// The curves by touch and pen; by mouse and keys they are with the training.

import type { Page } from '@playwright/test';
import { expect, fingers, open, parts, test } from './page';

test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

/** A short run's charts. */
async function curves(page: Page) {
  await open(page);
  const { start, pause, status, training } = parts(page);
  await page.getByLabel('Hidden sizes').fill('32');
  await start.tap();
  const elbo = training.getByRole('figure', { name: 'ELBO' });
  await expect(elbo).toContainText('test −');
  await pause.tap();
  // The last of the run's figures draws the curves anew.
  await expect(status).toContainText('Paused');
  const words = training.locator('#curves-window');
  return {
    elbo,
    chart: training.getByRole('application', { name: 'ELBO, curves' }),
    words,
    reset: training.getByRole('button', { name: 'Zoom out' }),
    /** From where to where the charts go, in images. */
    async window(): Promise<[from: number, to: number]> {
      const [from = Number.NaN, to = Number.NaN] = (await words.innerText())
        .split(' to ')
        .map((edge) => Number.parseFloat(edge.replaceAll(',', '')));
      return [from, to];
    },
  };
}

test('two fingers zoom the curves, one moves them, and two taps show all', async ({ page }) => {
  const { elbo, chart, reset, window } = await curves(page);
  await chart.tap();
  await expect(elbo).toContainText(/at [\d,]+ images/);
  const touch = await fingers(page, chart);
  await touch('touchStart', [0.45, 0.5]);
  await touch('touchStart', [0.45, 0.5], [0.65, 0.5]);
  await touch('touchMove', [0.4, 0.5], [0.7, 0.5]);
  await touch('touchMove', [0.35, 0.5], [0.75, 0.5]);
  await expect(reset).toBeEnabled();
  const [from, to] = await window();
  await touch('touchMove', [0.45, 0.5], [0.85, 0.5]);
  await expect.poll(async () => (await window())[0]).toBeLessThan(from);
  const [left, right] = await window();
  expect(right - left).toBeCloseTo(to - from, -1);
  await touch('touchEnd');

  await touch('touchStart', [0.8, 0.5]);
  for (const x of [0.7, 0.6, 0.5]) await touch('touchMove', [x, 0.5]);
  await touch('touchEnd');
  await expect.poll(async () => (await window())[0]).toBeGreaterThan(left);

  // On a busy machine two taps may come too far apart.
  await expect(async () => {
    await chart.tap();
    await chart.tap();
    await expect(reset).toBeDisabled({ timeout: 1000 });
  }).toPass();
});

test('a finger that goes up scrolls the page, and the curves stay', async ({ page }) => {
  const { chart, reset, words } = await curves(page);
  await chart.press('+');
  await expect(reset).toBeEnabled();
  const before = await words.innerText();
  const touch = await fingers(page, chart);
  const top = await page.evaluate(() => scrollY);
  await touch('touchStart', [0.5, 0.9]);
  for (const y of [0.8, 0.6, 0.4, 0.2]) await touch('touchMove', [0.5 + (0.9 - y) / 10, y]);
  await touch('touchEnd');
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top);
  expect(await words.innerText()).toBe(before);
});

test('a pen drags a range', async ({ page }) => {
  const { chart, window, reset } = await curves(page);
  // No driver plays a pen that is felt as a finger is, without a mouse's events beside its own.
  await chart.locator('.u-over').evaluate((plot) => {
    const { left, top, width } = plot.getBoundingClientRect();
    const play = (type: string, part: number) =>
      plot.dispatchEvent(
        new PointerEvent(type, {
          pointerType: 'pen',
          // Only a pointer that there is can be captured: the mouse is always there.
          pointerId: 1,
          bubbles: true,
          clientX: left + part * width,
          clientY: top + 20,
        }),
      );
    play('pointerdown', 0.25);
    play('pointermove', 0.5);
    play('pointermove', 0.75);
    play('pointerup', 0.75);
  });
  await expect(reset).toBeEnabled();
  const [from, to] = await window();
  expect(to / from).toBeCloseTo(3, 1);
});
