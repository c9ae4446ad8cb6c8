// Training in a tab that nobody looks at.

import type { Page } from '@playwright/test';
import { stepsPerEpoch } from './data';
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

/** The system's part is played: what it is asked to show is written down. */
async function hearNotifications(page: Page, permission: NotificationPermission) {
  await page.addInitScript((permission) => {
    const shown: unknown[] = [];
    class Heard {
      static requestPermission = async () => permission;
      constructor(title: string, options?: NotificationOptions) {
        shown.push([title, options?.body]);
      }
    }
    Object.assign(window, { Notification: Heard, shown });
  }, permission);
}

const notifications = (page: Page) => page.evaluate(() => Reflect.get(window, 'shown') as unknown);

const BATCH = 4000;
/** A run of some seconds, of few epochs or of many short ones. */
const EPOCHS = Math.ceil(60 / stepsPerEpoch(BATCH));

/** It stops by itself. */
async function trainUnseen(page: Page) {
  const { start, status, training } = parts(page);
  await page.getByLabel('Hidden sizes').fill('16');
  await page.getByLabel('Batch size').fill(`${BATCH}`);
  await training.getByLabel('Epochs', { exact: true }).fill(`${EPOCHS}`);
  await start.click();
  await expect(status).toContainText('images/s');
  await show(page, false);
  await expect(page).toHaveTitle('✓ Finished – Latent Explorer', { timeout: 90_000 });
}

test('the system notifies of the end, if it is asked to and nobody looks', async ({ page }) => {
  await hearNotifications(page, 'granted');
  await open(page);
  await parts(page).training.getByText('Stop by itself: never').click();
  await page.getByLabel('Tell me when it is finished').check();
  await trainUnseen(page);
  expect(await notifications(page)).toEqual([
    ['✓ Finished – Latent Explorer', expect.stringMatching(/^Stopped by itself: the epochs/)],
  ]);
});

test('a refusal to notify is said, and the box is empty again', async ({ page }) => {
  await hearNotifications(page, 'denied');
  await open(page);
  const { training } = parts(page);
  await training.getByText('Stop by itself: never').click();
  const box = page.getByLabel('Tell me when it is finished');
  await box.click();
  await expect(training).toContainText('The browser does not allow this page to notify you.');
  await expect(box).not.toBeChecked();
  await page.locator('#language').click();
  await expect(page.locator('#notify-refused')).toHaveText('浏览器不允许此网页发送通知。');
});

test('training goes on and finishes in a hidden tab, the title tells it, and the page on return', async ({
  page,
}) => {
  await open(page);
  const { status, training } = parts(page);
  await training.getByText('Stop by itself: never').click();
  await trainUnseen(page);
  await show(page, true);
  await expect(training).toContainText(
    /While this page was hidden, training went on: \d+ steps, [\d,]+ images./,
  );
  await expect(training).toContainText('It is finished. Stopped by itself: the epochs asked for are done.');
  await expect(status).toContainText(`step ${stepsPerEpoch(BATCH)} of ${stepsPerEpoch(BATCH)}`);
  await page.locator('#language').click();
  await expect(page.locator('#away')).toContainText(
    /此网页隐藏期间训练仍在进行：\d+ 步，[\d,]+ 幅图像。\s*训练已结束。/,
  );
});
