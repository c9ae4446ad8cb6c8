// Training in a tab that nobody looks at.

import type { Page } from '@playwright/test';
import { expect, open, parts, test } from './page';

/** What a page finds in a tab behind others: no frames. Headless windows are never hidden, so the browser's part is played. */
async function show(page: Page, visible: boolean) {
  await page.evaluate((visible) => {
    const frames = window as typeof window & { shown?: typeof requestAnimationFrame };
    frames.shown ??= window.requestAnimationFrame;
    window.requestAnimationFrame = visible ? frames.shown : () => 0;
    Object.defineProperty(document, 'hidden', { configurable: true, value: !visible });
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      value: visible ? 'visible' : 'hidden',
    });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, visible);
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
  await show(page, false);
  await expect(page).toHaveTitle('✓ Finished – Latent Explorer');
  await show(page, true);
  await expect(training).toContainText(
    /While this page was hidden, training went on: \d+ steps, [\d,]+ images./,
  );
  await expect(training).toContainText('It is finished. Stopped by itself: the epochs asked for are done.');
  await expect(status).toContainText('step 15 of 15');
});
