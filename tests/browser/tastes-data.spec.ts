// People and what they like as data: chosen among the site's own, or a table of one's own. The listeners are made by the crate: they
// are there without a network.

import type { Page } from '@playwright/test';
import { drop } from './drop';
import { expect, open, parts, region, seriousViolations, test } from './page';

const own = (page: Page) => region(page, 'own-data');
const source = (page: Page) => page.locator('#data-source');
const chooser = (page: Page) => page.locator('#model');

async function choose(page: Page, name: string, text: string) {
  await own(page).scrollIntoViewIfNeeded();
  await own(page)
    .getByLabel('Choose files…')
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) });
}

/** Forty people who like fruit or tools, and everybody bread. */
function ratings(): string {
  const things = ['apple', 'pear', 'plum', 'fig', 'saw', 'axe', 'drill', 'plane'];
  const of = (person: number) =>
    things.filter((_, at) => at < 4 === (person % 2 === 0) && (at + person) % 3 > 0);
  const lines = Array.from({ length: 40 }, (_, person) =>
    [...of(person), 'bread'].map((item) => `p${person},${item},${item === 'bread' ? 4 : 5}`),
  );
  return ['user,item,rating', ...lines.flat()].join('\n');
}

async function trains(page: Page) {
  const { step, status } = parts(page);
  for (const count of ['1 step', '2 steps']) {
    await step.click();
    await expect(status).toContainText(`${count},`);
  }
  await expect(status).toContainText('people seen');
}

test('listeners are chosen and trained on by settings that suit them, and digits get theirs back', async ({
  page,
}) => {
  await open(page, '?backend=cpu&threads=1');
  await chooser(page).selectOption('music-2d.safetensors');
  await expect(source(page)).toContainText(
    'Music, made up, 5,000 listeners to train on and 1,000 to test on; 480 pieces. Listeners and pieces are made up',
  );
  await expect(page.locator('#where')).toContainText('Music, made up');
  await trains(page);
  await expect(page).toHaveURL(/hiddenSizes=64&beta=0\.5&batchSize=128/);
  await chooser(page).selectOption('mnist-2d.safetensors');
  await expect(source(page)).toContainText('MNIST');
  await expect(page).not.toHaveURL(/hiddenSizes|beta|batchSize|epochs/);
});

test('a table of one’s own is looked at in words, read otherwise, used, kept, and trained on', async ({
  page,
}) => {
  await open(page, '?backend=cpu&threads=1');
  await choose(page, 'things.csv', ratings());
  const panel = own(page);
  await expect(panel.getByRole('status').first()).toContainText(
    /33 people to train on and 7 to test on, 9 items, \d+ likes\. Most liked, and by how many: bread: 40; /,
  );
  await expect(panel.locator('#own-sheet')).toBeHidden();
  await panel.getByText('How they are read').press('Enter');
  await panel.getByLabel('Liked from this rating on').fill('5');
  await page.keyboard.press('Enter');
  await expect(panel).toContainText('8 items');
  await panel.getByLabel('Items that a person likes, at least').fill('0');
  await page.keyboard.press('Enter');
  await expect(panel).toContainText('Expected a whole number from 1 on.');
  await panel.getByLabel('Items that a person likes, at least').fill('2');
  expect(await seriousViolations(page, '#own-data')).toEqual([]);

  await panel.getByLabel('Name').fill('Things');
  await panel.getByRole('button', { name: 'Use this data' }).press('Enter');
  await expect(source(page)).toContainText(/Things, \d+ people to train on and \d+ to test on; 8 items\./);
  const kept = panel.getByRole('row').filter({ has: page.getByRole('textbox', { name: 'Name of Things' }) });
  await expect(kept).toContainText('8 items');
  await trains(page);

  await open(page);
  await own(page).scrollIntoViewIfNeeded();
  await panel.getByRole('button', { name: 'Use Things' }).press('Enter');
  await expect(source(page)).toContainText(/Things, \d+ people/);
});

test('ratings and titles are dropped together, a table of 0 and 1 alone', async ({ page }) => {
  await open(page);
  await own(page).scrollIntoViewIfNeeded();
  await own(page)
    .getByLabel('Choose files…')
    .setInputFiles([
      { name: 'movies.csv', mimeType: '', buffer: Buffer.from('movieId,title\n1,Heat\n2,Jaws\n') },
      {
        name: 'ratings.csv',
        mimeType: '',
        buffer: Buffer.from('userId,movieId\na,1\na,2\nb,1\nb,3\nc,2\nc,1\n'),
      },
    ]);
  await expect(own(page)).toContainText('Heat: 3; Jaws: 2; 3: 1.');
  await drop(page, 'fruit.csv', Buffer.from('Name,Apple,Pear,Plum,Fig\nann,1,0,1,1\nbob,1,1,0,0\n'));
  await expect(own(page)).toContainText(
    '4 items, 5 likes. Most liked, and by how many: Apple: 2; Pear: 1; Plum: 1; Fig: 1.',
  );
  // Said to be of pictures it is one.
  await own(page).getByText('How they are read').press('Enter');
  await own(page).getByLabel('A table or .txt is of').selectOption('pictures');
  await expect(own(page)).toContainText('1 training and 1 test pictures of 2 classes');
});

test('nonsense is refused in words, in both languages', async ({ page }) => {
  await open(page);
  const alert = own(page).getByRole('alert');
  await choose(page, 'one.csv', 'things\napple\npear\n');
  await expect(alert).toContainText('one.csv: expected columns of user, item and rating');
  await choose(page, 'text.csv', 'lorem ipsum dolor sit amet\n'.repeat(400_000));
  await expect(alert).toContainText('text.csv: expected columns of user, item and rating');
  await choose(page, 'words.csv', 'name,word\nann,yes\nbob,no\n');
  await expect(alert).toContainText('words.csv: expected a column of numbers for each item; there is none.');
  await choose(page, 'alike.csv', 'Apple,Pear,Plum\n1,1,0\n1,1,0\n');
  await expect(alert).toContainText('alike.csv: expected people who differ');
  await choose(page, 'empty.csv', '');
  await expect(own(page).getByRole('listitem')).toHaveText(
    'empty.csv: expected something in it; it is empty.',
  );
  await page.goto('./?lang=zh&still');
  await page.locator('#own-data').scrollIntoViewIfNeeded();
  await page
    .locator('#own-files')
    .setInputFiles({ name: 'words.csv', mimeType: '', buffer: Buffer.from('name,word\nann,yes\nbob,no\n') });
  await expect(page.locator('#own-wrong')).toContainText('words.csv：每个项目应有一列数，它没有这样的列。');
});

/** Twelve texts of two classes, in which some words are often. */
const texts = () =>
  Array.from({ length: 24 }, (_, at) =>
    at % 2
      ? `1\tThis lovely tea is fresh and warm, number ${at}`
      : `0\tThat awful tea is stale and cold, number ${at}`,
  ).join('\n');

test('a table of texts and classes is looked at in words, used and kept, and one without classes refused', async ({
  page,
}) => {
  await open(page, '?backend=cpu&threads=1');
  await choose(page, 'reviews.tsv', texts());
  const panel = own(page);
  await expect(panel.getByRole('status').first()).toContainText(
    '20 texts to train on and 4 to test on, of 2 classes; 12 words count.',
  );
  await panel.getByLabel('Name').fill('My reviews');
  await panel.getByRole('button', { name: 'Use this data' }).press('Enter');
  await expect(source(page)).toContainText('My reviews, 20');
  await expect(region(page, 'text')).toBeVisible();
  const { step, status } = parts(page);
  await step.click();
  await expect(status).toContainText('texts seen');

  await panel.getByText('How they are read').press('Enter');
  await panel.getByLabel('A table or .txt is of').selectOption('texts');
  const alert = panel.getByRole('alert');
  await choose(page, 'one.csv', 'one column\nof texts\n');
  await expect(alert).toContainText(
    'one.csv: expected a column of texts and one of their classes; there is one column.',
  );
  await choose(page, 'book.txt', 'lorem ipsum '.repeat(900_000));
  await expect(alert).toContainText('expected texts of at most 100,000 letters; the one in line 1 has more.');
  await choose(
    page,
    'many.csv',
    Array.from({ length: 40 }, (_, at) => `${at}.5,some words ${at}`).join('\n'),
  );
  await expect(alert).toContainText(
    'a column of 2 to 20 classes beside the texts, as 0 and 1; the one with the fewest has 40.',
  );
});
