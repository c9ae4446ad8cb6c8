// Training in a tab that nobody looks at.

import type { Page } from '@playwright/test';
import { expect, open, parts, test } from './page';

/** Minimises the window, so that the page is hidden as the browser has it: no frames, and slow timers. */
async function show(page: Page, windowState: 'minimized' | 'normal') {
  const session = await page.context().newCDPSession(page);
  const { windowId } = await session.send('Browser.getWindowForTarget');
  await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
  const wanted = windowState === 'normal' ? 'visible' : 'hidden';
  await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe(wanted);
}

test('training goes on and finishes in a hidden tab, the title tells it, and the page on return', async ({
  page,
}) => {
  await open(page);
  const { start, status, training } = parts(page);
  await page.getByLabel('Hidden sizes').fill('16');
  await page.getByLabel('Batch size').fill('4000');
  await training.getByText('Stop by itself: never').click();
  await training.getByLabel('Epochs', { exact: true }).fill('2');
  await start.click();
  await expect(status).toContainText('images/s');
  await show(page, 'minimized');
  await expect(page).toHaveTitle('✓ Finished – Latent Explorer');
  await show(page, 'normal');
  await expect(training).toContainText(
    /While this page was hidden, training went on: \d+ steps, [\d,]+ images./,
  );
  await expect(training).toContainText('It is finished. Stopped by itself: the epochs asked for are done.');
  await expect(status).toContainText('step 15 of 15');
});
