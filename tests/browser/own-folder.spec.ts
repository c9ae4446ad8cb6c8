// A folder of pictures as somebody brings it: let go over the page, and chosen in the field. Its folders are the classes.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { bar, png } from './own-files';
import { expect, open, region, test } from './page';

let above: string;
const folder = () => join(above, 'bars');

test.beforeAll(() => {
  above = mkdtempSync(join(tmpdir(), 'own-folder-'));
  for (const kind of ['level', 'upright']) {
    mkdirSync(join(folder(), kind), { recursive: true });
    for (let number = 0; number < 6; number++)
      writeFileSync(join(folder(), kind, `${number}.png`), png(bar(kind === 'upright', number, [200])));
  }
  writeFileSync(join(folder(), 'notes.txt'), 'no picture');
});
test.afterAll(() => rmSync(above, { recursive: true }));

async function readAsFolder(page: Page) {
  const panel = region(page, 'own-data');
  await expect(panel).toContainText('10 training and 2 test pictures of 2 classes, 28 × 28 pixels, grey.');
  const counts = panel.getByRole('table').filter({ hasText: 'Class' }).getByRole('row');
  await expect(counts.getByRole('rowheader')).toHaveText(['level', 'upright']);
  await expect(panel.getByLabel('Name')).toHaveValue('bars');
  await expect(panel.getByRole('listitem')).toHaveText(/^bars\/notes\.txt: expected IDX, PNG/);
}

test('a folder that is chosen is read, its folders as classes', async ({ page }) => {
  await open(page);
  await region(page, 'own-data').scrollIntoViewIfNeeded();
  await page.locator('#own-folder').setInputFiles(folder());
  await readAsFolder(page);
});

test('a folder that is dropped is read likewise', async ({ page }) => {
  await open(page);
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder()], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data });
  await readAsFolder(page);
});
