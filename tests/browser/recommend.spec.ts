// What somebody likes, and what they would like too.

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { offerHalves } from './halves';
import { drawn, expect, open, parts, region, seriousViolations, test } from './page';

/** A run ends by itself after as many epochs, so that its model is the same each time. */
async function openTastes(page: Page) {
  await offerHalves(page);
  await open(
    page,
    '?backend=cpu&threads=1&hiddenSizes=16&latentSize=2&batchSize=24&learningRate=0.01&epochs=40&schedule=cosine',
  );
  await page.getByRole('combobox', { name: 'Model' }).selectOption('data halves');
  await expect(likes(page)).toBeVisible();
}

const likes = (page: Page) => region(page, 'likes');
const suggestions = (page: Page) => region(page, 'suggestions');
const like = (page: Page, name: string) =>
  likes(page)
    .getByRole('button', { name: `Like ${name}`, exact: true })
    .click();
const suggested = (page: Page) => suggestions(page).getByRole('listitem');

test('what is liked is answered by what is liked beside it, and by what speaks for that', async ({
  page,
}) => {
  await openTastes(page);
  await expect(page.getByRole('region', { name: 'Input' })).toBeHidden();
  const { start, status } = parts(page);
  await start.click();
  await expect(status).toContainText('Finished · Epoch 40');

  for (const name of ['Saw', 'Drill', 'Hammer', 'Pliers']) await like(page, name);
  await expect(suggested(page).nth(0)).toContainText(/^(File|Chisel)/);
  await expect(suggested(page).nth(1)).toContainText(/^(File|Chisel)/);
  await expect(suggested(page).nth(0)).toContainText(/for (Saw|Drill|Hammer|Pliers)/);
  await expect(suggested(page).nth(0)).toContainText(/\d %/);
  // None that is liked is suggested.
  for (const name of ['Saw', 'Drill'])
    await expect(suggestions(page)).not.toContainText(new RegExp(`^${name}`));

  await likes(page).getByRole('button', { name: 'Like nothing' }).click();
  await likes(page).getByLabel('Find an item').fill('APP');
  await expect(likes(page)).toContainText('1 of 1 items that match');
  await like(page, 'Apple');
  await likes(page).getByLabel('Find an item').fill('fig');
  await like(page, 'Fig');
  await expect(suggested(page).nth(0)).toContainText(/^(Banana|Cherry|Date|Elderberry)/);
  await expect(likes(page).getByRole('button', { name: 'Like Fig no more' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  expect(await seriousViolations(page)).toEqual([]);
});

test('a link brings back what is liked, and where z was moved to', async ({ page }) => {
  await page.goto('./?backend=cpu&still&model=music-2d');
  await expect(suggested(page)).toHaveCount(20);
  for (const name of await likes(page)
    .getByRole('button', { name: /^Like / })
    .all())
    if (
      (await likes(page)
        .getByRole('button', { name: /no more$/ })
        .count()) < 2
    )
      await name.click();
  const liked = likes(page).getByRole('list', { name: 'Liked', exact: true }).getByRole('listitem');
  await expect(liked).toHaveCount(2);
  await expect(page).toHaveURL(/items=\d+,\d+/);
  await expect(page).not.toHaveURL(/[?&]z=/);
  await parts(page).map.press('ArrowRight');
  await expect(page).toHaveURL(/[?&]z=/);
  const link = page.url();

  await page.goto('about:blank');
  // Other likes than those that are kept here.
  await page.goto(link.replace(/items=[^&]*/, 'items=1,2,3'));
  await expect(liked).toHaveCount(3);
  await expect(suggestions(page)).toContainText('What somebody at this z likes most');
  await page.goto(link.replace(/items=[^&]*/, 'items=1,9999').replace(/&z=[^&]*/, ''));
  await expect(page.locator('.problem')).toContainText('expected numbers of the model’s items, 1 to');
});

test('of two sets of items each gets back what was liked in it', async ({ page }) => {
  await page.goto('./?backend=cpu&still&model=music-2d');
  await expect(suggested(page)).toHaveCount(20);
  const model = page.getByRole('combobox', { name: 'Model' });
  const liked = likes(page).getByRole('list', { name: 'Liked', exact: true }).getByRole('button');
  const likeFirst = () =>
    likes(page)
      .getByRole('button', { name: /^Like (?!nothing|.* no more$)/ })
      .first()
      .click();
  await likeFirst();
  await expect(liked).toHaveCount(1);
  const first = await liked.innerText();
  await model.selectOption('films-2d.safetensors');
  await expect(liked).toHaveCount(0);
  await likeFirst();
  await likeFirst();
  await expect(liked).toHaveCount(2);
  await model.selectOption('music-2d.safetensors');
  await expect(liked).toHaveText([first]);
  await model.selectOption('films-2d.safetensors');
  await expect(liked).toHaveCount(2);
});

test('the map with the names of its regions is saved as a picture', async ({ page }) => {
  await page.goto('./?backend=cpu&still&model=music-2d');
  await expect(suggested(page)).toHaveCount(20);
  await drawn(page);
  await page.locator('#export summary').click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Map (PNG)' }).click();
  const png = await readFile(await (await download).path());
  // The page itself may not open it.
  await page.goto('about:blank');
  const colours = await page.evaluate(async (base64) => {
    const bytes = await (await fetch(`data:image/png;base64,${base64}`)).blob();
    const bitmap = await createImageBitmap(bytes);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const { data = [] } = context?.getImageData(200, 200, 1600, 1600) ?? {};
    const seen = new Set<number>();
    for (let at = 0; at < data.length; at += 4 * 97)
      seen.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
    return seen.size;
  }, png.toString('base64'));
  // Tints that run into each other, and letters on them.
  expect(colours).toBeGreaterThan(300);
});

test('a point that z is moved to is told as a taste, and a test person can be taken', async ({ page }) => {
  await openTastes(page);
  await likes(page).getByRole('button', { name: 'A test person' }).click();
  await expect(likes(page)).toContainText(/Test person \d+/);
  await expect(
    likes(page).getByRole('list', { name: 'Liked', exact: true }).getByRole('listitem'),
  ).toHaveCount(5);
  await expect(suggestions(page)).toContainText('What is likeliest to be liked next');
  await parts(page).map.press('ArrowRight');
  await expect(suggestions(page)).toContainText('What somebody at this z likes most');
  await suggestions(page).getByRole('button', { name: 'Back to what is liked' }).click();
  await expect(suggestions(page)).toContainText('What is likeliest to be liked next');

  await likes(page).getByRole('button', { name: 'Like nothing' }).click();
  await like(page, 'Apple');
  await page.getByRole('combobox', { name: 'Model' }).selectOption('mnist-2d.safetensors');
  await expect(page.getByRole('region', { name: 'Input' })).toBeVisible();
  await expect(likes(page)).toBeHidden();

  // What was liked is liked again, as often as one comes back.
  await page.getByRole('combobox', { name: 'Model' }).selectOption('data halves');
  await expect(likes(page).getByRole('button', { name: 'Like Apple no more' })).toBeVisible();
});

test('likes are taken back one by one, a suggestion that was clicked and all of them at once too', async ({
  page,
}) => {
  await page.goto('./?backend=cpu&still&model=music-2d');
  await expect(suggested(page)).toHaveCount(20);
  await expect(page).toHaveURL(/model=music-2d/);
  const liked = likes(page).getByRole('list', { name: 'Liked', exact: true }).getByRole('listitem');
  const find = page.getByLabel('Find an item');
  await find.fill('Blues 1');
  await like(page, 'Blues 1');
  await find.fill('');
  const first = suggested(page).first().getByRole('button');
  const name = await first.innerText();
  await first.click();
  await expect
    .poll(async () => (await liked.allInnerTexts()).toSorted())
    .toEqual(['Blues 1', name].toSorted());
  await likes(page).getByRole('button', { name: 'Like nothing' }).click();
  await expect(liked).toHaveCount(0);
  for (const count of [2, 1, 0]) {
    await page.keyboard.press('Control+z');
    await expect(liked).toHaveCount(count);
  }
  await expect(likes(page).getByRole('button', { name: 'Undo' })).toBeHidden();
  await page.keyboard.press('Control+y');
  await expect(liked).toHaveText(['Blues 1']);
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys).toContainText('Ctrl + ZUndo');
  await expect(keys).not.toContainText(/Eraser|digit/);
});

test('figures stand whole where there is room, a list that goes on shows it, and a model says its size first', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto('./?backend=cpu&still&model=music-2d');
  await expect(suggested(page)).toHaveCount(20);
  const chosen = page.locator('#model option:checked');
  await expect(chosen).toHaveText(/^2-D · Music/);
  for (const list of ['.suggested', '.items.offered']) {
    const fade = await page
      .locator(list)
      .evaluate((it) => it.scrollHeight > it.clientHeight && getComputedStyle(it, '::after').backgroundImage);
    expect(fade).toContain('gradient');
  }
  const survey = page.locator('#survey');
  await survey.locator('> summary').click();
  await survey.getByRole('button', { name: 'Measure' }).click();
  const last = survey.getByRole('columnheader', { name: 'NDCG@100' });
  await expect(last).toBeVisible();
  const table = survey.locator('.cases > div').first();
  expect(await table.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
});

test('what was sought among other items is gone with them', async ({ page }) => {
  await page.goto('./?backend=cpu&still&model=films-2d');
  await expect(suggested(page)).toHaveCount(20);
  const find = page.getByLabel('Find an item');
  await find.fill('toy');
  await expect(likes(page)).toContainText(/of \d+ items that match/);
  await page.getByRole('combobox', { name: 'Model' }).selectOption('music-2d.safetensors');
  await expect(find).toHaveValue('');
  await expect(likes(page).locator('.offered')).toContainText('Blues');
});
