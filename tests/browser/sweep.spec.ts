// Runs that differ in one setting, trained in turn and set side by side.

import type { Page } from '@playwright/test';
import { expect, inked, open, parts, picture, region, seriousViolations, test } from './page';
import { useTinyData } from './tiny-data';

const panel = (page: Page) => page.getByRole('region', { name: 'The same with other values' });
const runs = (page: Page) => region(page, 'runs');
const beside = (page: Page) =>
  panel(page)
    .getByRole('listitem')
    .filter({ has: page.locator('figure') });

async function unfold(page: Page) {
  await useTinyData(page);
  await open(page);
  await page.getByLabel('Hidden sizes').fill('16');
  await panel(page).getByText('The same with other values').click();
  await expect(panel(page).getByLabel('Values', { exact: true })).toHaveValue('0, 1, 4');
}

test('one press trains the same with three betas, and sets maps and curves side by side', async ({
  page,
}) => {
  await unfold(page);
  await page.getByText('Stop by itself: never').click();
  await panel(page).getByLabel('Epochs of each').fill('2');
  await panel(page).getByRole('button', { name: 'Train them in turn' }).click();
  await expect(panel(page).getByRole('status')).toHaveText('3 runs trained and kept.', { timeout: 90_000 });
  await expect(beside(page)).toHaveCount(3);
  for (const [index, beta] of [0, 1, 4].entries()) {
    const figure = beside(page).nth(index);
    await expect(figure).toContainText(`Beta ${beta}`);
    // Each until the same stop, and tested there.
    await expect(figure).toContainText('20 steps');
    await expect(figure).toContainText('(100 test images)');
    const map = figure.getByRole('img', { name: `Map of Beta ${beta}` });
    await expect.poll(() => inked(map)).toBe(true);
    await expect(figure.getByRole('img', { name: `ELBO of Beta ${beta}` })).toBeVisible();
  }
  const maps = beside(page).locator('canvas');
  expect(await picture(maps.nth(0))).not.toBe(await picture(maps.nth(2)));
  await panel(page).getByLabel('Curves of').selectOption('KL term');
  await expect(panel(page).locator('#sweep-scale')).toContainText(/scale/);

  // They are runs like any other, and the form is as it was.
  await expect(runs(page).getByRole('textbox', { name: 'Name of Run 3' })).toBeVisible();
  await expect(runs(page)).toContainText('Beta 4');
  await expect(page.getByLabel(/^Beta at once/)).toHaveValue('1');
  await expect(page.getByLabel('Epochs', { exact: true })).toHaveValue('');
  await expect(parts(page).status).toContainText('Shipped model');
  expect(await seriousViolations(page, '.sweep')).toEqual([]);
});

test('a reset while one of its runs starts ends it, and gives the form back', async ({ page }) => {
  await unfold(page);
  await panel(page).getByLabel('Epochs of each').fill('1');
  // Sooner than any press that is sent from here could be: a start of few images is over at once.
  await page.evaluate(() => {
    const [where, reset] = ['#sweep .where', '#reset'].map((name) => document.querySelector(name));
    const look = setInterval(() => {
      if (!/Run 2 of 3.*starting/.test(where?.textContent ?? '')) return;
      if (!(reset instanceof HTMLButtonElement) || reset.disabled) return;
      clearInterval(look);
      reset.click();
    }, 1);
  });
  await panel(page).getByRole('button', { name: 'Train them in turn' }).click();
  await expect(panel(page).getByRole('status')).toHaveText('Stopped: 1 of 3 runs trained to the end.', {
    timeout: 60_000,
  });
  await expect(page.getByLabel(/^Beta at once/)).toHaveValue('1');
  await expect(panel(page).getByRole('button', { name: 'Train them in turn' })).toBeEnabled();
  await expect(parts(page).status).toContainText('Shipped model');
});

test('what is wrong with a list is said before anything is trained', async ({ page }) => {
  await unfold(page);
  const values = panel(page).getByLabel('Values', { exact: true });
  const [start, alert] = [
    panel(page).getByRole('button', { name: 'Train them in turn' }),
    panel(page).getByRole('alert'),
  ];
  await values.fill('0, x, -1, 1, 1.0');
  await start.click();
  await expect(alert).toContainText('With x: Beta: expected a number, got “x”.');
  await expect(alert).toContainText('With -1: Beta: expected a number from 0 to 1000, got -1.');
  await expect(alert).toContainText('1.0 is there twice.');
  await values.fill('3');
  await start.click();
  await expect(alert).toHaveText('Values: expected two to six, got 1.');
  await values.fill('1, 2');
  await panel(page).getByLabel('Epochs of each').fill('0');
  await start.click();
  await expect(alert).toHaveText('Epochs of each: expected a number above 0.');
  await panel(page).getByLabel('Setting').selectOption('Momentum');
  await values.fill('0, 0.9');
  await panel(page).getByLabel('Epochs of each').fill('1');
  await start.click();
  await expect(alert).toContainText('With 0.9: this setting means nothing in such a run.');
  await expect(parts(page).status).toContainText('Shipped model');
  await expect(runs(page)).toBeHidden();
});

test('figures of unlike quantities are refused in words, and the training can be stopped', async ({
  page,
}) => {
  await unfold(page);
  await panel(page).getByLabel('Setting').selectOption('Data view');
  await panel(page).getByRole('checkbox', { name: 'Thresholded' }).uncheck();
  await panel(page).getByRole('button', { name: 'Train them in turn' }).click();
  await expect(panel(page).getByRole('status')).toHaveText('2 runs trained and kept.', { timeout: 60_000 });
  await expect(panel(page)).toContainText(
    'Data view Binarised does not compare with Data view Greyscale: binarised against greyscale.',
  );

  await panel(page).getByLabel('Epochs of each').fill('100000');
  await panel(page).getByRole('button', { name: 'Train them in turn' }).click();
  await expect(panel(page).getByRole('status')).toContainText(/^Run 1 of 2, Data view Greyscale: epoch/);
  await parts(page).pause.click();
  await expect(panel(page).getByRole('status')).toContainText('paused. Start goes on with it.');
  await parts(page).start.click();
  await expect(panel(page).getByRole('status')).toContainText(/: epoch/);
  await panel(page).getByRole('button', { name: 'Stop' }).click();
  await expect(panel(page).getByRole('status')).toHaveText(
    'Stopped: 0 of 2 runs trained to the end, 1 kept as it stood.',
  );
  await expect(beside(page)).toHaveCount(1);
  await expect(panel(page).getByRole('button', { name: 'Train them in turn' })).toBeEnabled();

  // A reset ends it too; the run is kept, and the form is as it was.
  await panel(page).getByRole('button', { name: 'Train them in turn' }).click();
  await expect(panel(page).getByRole('status')).toContainText(/: epoch/);
  await parts(page).reset.click();
  await expect(panel(page).getByRole('button', { name: 'Train them in turn' })).toBeEnabled();
  await expect(page.getByLabel('Data view').first()).toHaveValue('greyscale');
  await expect(parts(page).status).toContainText('Shipped model');
});
