// Data of one's own, as somebody brings it in: chosen, looked at, used, and chosen again after a reload.

import type { Page } from '@playwright/test';
import { zipSync } from 'fflate';
import { drop } from './drop';
import { bar, csv, lyingPng, npy, png, zipOfBars, zipOfCopies } from './own-files';
import { drawn, expect, inject, inked, open, parts, region, seriousViolations, settled, test } from './page';

const own = (page: Page) => region(page, 'own-data');

async function choose(page: Page, name: string, buffer: Buffer) {
  await own(page).scrollIntoViewIfNeeded();
  await own(page).getByLabel('Choose files…').setInputFiles({ name, mimeType: '', buffer });
}

test('a zip of pictures is looked at, used, kept, and chosen again after a reload', async ({ page }) => {
  await open(page);
  await choose(page, 'bars.zip', zipOfBars(9, [40, 90, 200]));
  const panel = own(page);
  await expect(panel).toContainText('15 training and 3 test pictures of 2 classes, 28 × 28 pixels, grey.');
  await expect.poll(() => inked(panel.locator('#own-sheet'))).toBe(true);
  const counts = panel.getByRole('table').filter({ hasText: 'Class' }).getByRole('row');
  await expect(counts).toHaveCount(3);
  await expect(counts.nth(1)).toContainText('level');
  await expect(panel.getByRole('listitem')).toHaveText([
    /^bars\.zip\/bars\/upright\/broken\.png: expected a whole file; it is damaged \(.+\)\.$/,
    'bars.zip/bars/notes.txt: expected IDX, PNG, JPEG, WebP, CSV, .npy, .npz, CIFAR’s .bin or a zip of pictures; it is none of them.',
  ]);

  // By keyboard, another share and then colour.
  await panel.getByText('How they are read').press('Enter');
  await panel.getByLabel('Held for tests, percent').fill('50');
  await page.keyboard.press('Enter');
  await expect(panel).toContainText('9 training and 9 test pictures of 2 classes');
  await panel.getByRole('combobox', { name: 'Colour' }).selectOption('3');
  await expect(panel).toContainText('28 × 28 pixels, in colour');
  expect(await seriousViolations(page, '#own-data')).toEqual([]);
  await panel.getByRole('combobox', { name: 'Colour' }).selectOption('1');
  await expect(panel).toContainText('28 × 28 pixels, grey');

  await panel.getByLabel('Name').fill('Bars');
  await panel.getByRole('button', { name: 'Use this data' }).press('Enter');
  const kept = panel.getByRole('row').filter({ has: page.getByRole('textbox', { name: /^Name of B/ }) });
  await expect(kept).toContainText('9 + 9');
  await expect(kept).toContainText('in use');
  await expect(panel.getByRole('heading', { name: 'What was read' })).toBeHidden();

  // Under another name, everywhere.
  const name = panel.getByRole('textbox', { name: 'Name of Bars' });
  await name.fill('Beams');
  await name.press('Enter');
  await expect(panel.getByRole('textbox', { name: 'Name of Beams' })).toBeFocused();

  // Then everything works on it.
  await expect(page.locator('#data-source')).toHaveText(/Beams, 9 training and 9 test images/);
  const { map, step, status } = parts(page);
  await expect(page.locator('#evaluation-images option')).toHaveText(['All 9']);
  await drawn(page);
  const untrained = await settled(map);
  for (const count of ['1 step', '2 steps']) {
    await step.click();
    await expect(status).toContainText(`${count},`);
  }
  await drawn(page);
  expect(await settled(map)).not.toBe(untrained);

  // A run on it goes on with it.
  await open(page);
  await page.locator('#saved-go-on').click();
  await expect(page.locator('#data-source')).toHaveText(/Beams, 9/);
  await parts(page).reset.click();

  await open(page);
  await own(page).scrollIntoViewIfNeeded();
  await expect(page.locator('#data-source')).toHaveText(/MNIST/);
  await panel.getByRole('button', { name: 'Use Beams' }).press('Enter');
  await expect(page.locator('#data-source')).toHaveText(/Beams, 9 training and 9 test images/);
  await expect(kept).toContainText('in use');
  await expect(page.locator('#evaluation-images option')).toHaveText(['All 9']);

  // Among the site's own, too.
  await open(page);
  await page.locator('#model').selectOption({ label: 'Untrained · Beams' });
  await expect(page.locator('#data-source')).toHaveText(/Beams, 9 training and 9 test images/);
  await panel.getByRole('button', { name: 'Delete Beams' }).press('Enter');
  await expect(kept).toHaveCount(0);
  await expect(page.locator('#undo-notice')).toContainText(
    'A saved run was trained on it, and cannot be opened without it.',
  );
  await page.locator('#undo-last').press('Enter');
  await expect(kept).toHaveCount(1);
});

test('an array and a table are read; a row that is none is named', async ({ page }) => {
  await open(page);
  await choose(
    page,
    'faces.npy',
    npy(
      [12, 8, 8],
      Uint8Array.from({ length: 768 }, (_, at) => at % 251),
    ),
  );
  await expect(own(page)).toContainText('10 training and 2 test pictures of one class');
  await expect(own(page).getByLabel('Name')).toHaveValue('faces');

  await drop(page, 'letters.csv', csv(12));
  await expect(own(page)).toContainText('10 training and 2 test pictures of 3 classes');
  await expect(own(page).getByLabel('Name')).toHaveValue('letters');
  await expect(own(page).getByRole('listitem')).toHaveText(
    'letters.csv:14: expected as many numbers as a square of pixels has, in each row the same; it has 3.',
  );
});

test('reading can be cancelled in the middle', async ({ page }) => {
  await inject(page, 'Blob.prototype.stream = () => new ReadableStream()', 'importer');
  await open(page);
  await choose(page, 'bars.zip', zipOfBars(2, [255]));
  const panel = own(page);
  await expect(panel).toContainText(/0 of 1 files, 0 pictures/);
  await panel.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(panel.getByRole('progressbar')).toBeHidden();
  await expect(panel.getByLabel('Choose files…')).toBeFocused();
});

test('what lies, bursts or is of too many kinds is refused in words, and the page goes on', async ({
  page,
}) => {
  await open(page);
  const panel = own(page);
  await choose(page, 'lies.png', lyingPng(60_000));
  await expect(panel.getByRole('alert')).toHaveText(/two pictures or more, .+ but 0 came/);
  await expect(panel.getByRole('listitem')).toHaveText(
    'lies.png: expected at most 8,192 pixels a side; it has more.',
  );
  await choose(page, 'one.png', Buffer.from(png(bar(true, 0, [255]))));
  await expect(panel.getByRole('alert')).toHaveText(/two pictures or more, .+ but 1 came/);

  const zeros = npy([40_000, 28, 28], new Uint8Array(40_000 * 784));
  const names = Array.from({ length: 35 }, (_, index) => `${index}.npy`);
  await choose(page, 'bomb.zip', zipOfCopies(zeros, names));
  await expect(panel).toContainText('bomb.zip/34.npy: expected at most 1 GB unpacked, all in all');

  const classes = Array.from({ length: 300 }, (_, index) => [`${index}-th/a.png`, png(bar(true, 0, [255]))]);
  await choose(page, 'many.zip', Buffer.from(zipSync(Object.fromEntries(classes))));
  await expect(panel.getByRole('alert')).toContainText('at most 256 classes');

  await choose(
    page,
    'turned.zip',
    Buffer.from(
      zipSync({ '\u202egnp/a.png': png(bar(true, 0, [255])), 'b/b.png': png(bar(true, 1, [255])) }),
    ),
  );
  await expect(panel.locator('#own-counts')).toContainText('\\u{202e}gnp');
});
