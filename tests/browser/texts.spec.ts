// A model of texts: what is written is read, and what stands at z is written.

import type { Page } from '@playwright/test';
import { drag, drawn, expect, inked, one, open, parts, region, seriousViolations, test } from './page';

const reading = (page: Page) => page.getByRole('region', { name: 'Input' });
const writing = (page: Page) => page.getByRole('region', { name: 'Output' });
const field = (page: Page) => page.getByLabel('A text', { exact: true });
const written = (page: Page) => page.locator('#written');

async function openColours(page: Page, rest = '') {
  await page.goto(`./?backend=cpu&still&model=colours-2d${rest}`);
  await expect(written(page)).not.toBeEmpty();
  await drawn(page);
}

/** Waits until the model has read it. */
async function write(page: Page, text: string) {
  await field(page).fill(text);
  await expect(page.locator('.expected li')).toHaveCount(text.length + 1);
  await expect(page).toHaveURL(/[?&]text=/);
}

test('a text is read as it is written, and texts are written at z, with their colours', async ({ page }) => {
  await openColours(page);
  await expect(page.locator('section.input')).toBeHidden();
  const before = (await written(page).textContent()) ?? '';
  await field(page).fill('Deep Sky Blue');
  await expect(
    reading(page).getByRole('list', { name: 'What the model expected' }).getByRole('listitem'),
  ).toHaveCount(14);
  await expect(written(page)).not.toHaveText(before);
  await expect(written(page)).toContainText(/its colour: rgb\(\d+ \d+ \d+\)/);
  const lists = writing(page).getByRole('list');
  await expect(lists.nth(0).getByRole('listitem')).toHaveCount(5);
  await expect(lists.nth(1).getByRole('listitem')).toHaveCount(8);
  // Found by a beam, none is likelier than the first.
  const figures = (await lists.nth(0).locator('.figure').allInnerTexts()).map((text) =>
    Number(text.replace('−', '-')),
  );
  expect(figures).toEqual(figures.toSorted((one, other) => other - one));
  await reading(page).getByText('How well the model knows this text').click();
  await expect(reading(page)).toContainText(/Reconstruction.*\d/s);

  const first = lists.nth(1).getByRole('button').first();
  const taken = await first.innerText();
  await first.click();
  await expect(field(page)).toHaveValue(taken);
  expect(await seriousViolations(page)).toEqual([]);
});

test('what the model cannot read is said, and what was written before stays', async ({ page }) => {
  await openColours(page);
  await write(page, 'rose');
  const said = (await written(page).textContent()) ?? '';
  await field(page).fill('rose 玫');
  await expect(reading(page)).toContainText('The model has never seen 玫');
  await expect(field(page)).toHaveAttribute('aria-invalid', 'true');
  await field(page).fill('rose '.repeat(60));
  await expect(reading(page)).toContainText(/Expected at most \d+ characters, got 299/);
  await expect(written(page)).toHaveText(said);
  await reading(page).getByRole('button', { name: 'Clear' }).click();
  await expect(reading(page)).toContainText('Nothing is written yet');
  await expect(field(page)).not.toHaveAttribute('aria-invalid', 'true');
});

test('z leaves what is written and comes back, and a link brings all of it', async ({ page }) => {
  await openColours(page);
  await write(page, 'forest green');
  const said = (await written(page).textContent()) ?? '';
  await parts(page).map.press('Shift+ArrowRight');
  await parts(page).map.press('Shift+ArrowRight');
  await expect(written(page)).not.toHaveText(said);
  await expect(page).toHaveURL(/[?&]z=/);
  const link = page.url();
  await writing(page).getByRole('button', { name: 'Back to what is written' }).click();
  await expect(written(page)).toHaveText(said);
  await expect(page).not.toHaveURL(/[?&]z=/);

  await page.goto('about:blank');
  await page.goto(link.replace(/text=[^&]*/, 'text=olive'));
  await expect(field(page)).toHaveValue('olive');
  await expect(writing(page).getByRole('button', { name: 'Back to what is written' })).toBeVisible();
  await page.goto('about:blank');
  await page.goto(link.replace('colours-2d', 'mnist-2d').replace(/&z=[^&]*/, ''));
  await expect(page.locator('.problem')).toContainText('expected a model of texts beside it');
});

test('what a link brings that the model cannot read is said, in place of what was kept', async ({ page }) => {
  await openColours(page);
  await write(page, 'kept text');
  await page.goto(`./?backend=cpu&still&model=colours-2d&text=${encodeURIComponent('deep sky😀')}`);
  await expect(field(page)).toHaveValue('deep sky😀');
  await expect(reading(page)).toContainText('The model has never seen 😀');
});

test('a model’s file is brought in beside other data, with the data that it is of', async ({ page }) => {
  await open(page);
  const file = 'assets/reviews-en-2d.safetensors';
  await page.locator('#bring-in').setInputFiles(file);
  await expect(page.locator('#text textarea')).toBeVisible();
  await expect(page.locator('#data-source')).toContainText('Reviews, English');
  await expect(page.locator('.problem')).toBeHidden();
  // Shown by its address too.
  await page.goto('./?backend=cpu&still#view=models/music-2d.safetensors');
  await expect(page.locator('#data-source')).toContainText('Music');
  await expect(page.locator('#suggestions .suggested')).toBeVisible();
  await expect(page.locator('.problem')).toBeHidden();
});

test('what is written is kept once for each data set, and none of it is another’s', async ({ page }) => {
  await openColours(page);
  await field(page).fill('olive');
  await expect(page).toHaveURL(/text=olive/);
  const model = page.getByRole('combobox', { name: 'Model' });
  await model.selectOption('quatrains-8d.safetensors');
  await expect(field(page)).toHaveValue('');
  await model.selectOption('reviews-en-2d.safetensors');
  const words = page.locator('#text textarea');
  await words.fill('stale coffee');
  await expect(page).toHaveURL(/text=/);
  await page.goto('./?backend=cpu&still&model=colours-2d');
  await expect(field(page)).toHaveValue('olive');
  await model.selectOption('reviews-en-2d.safetensors');
  await expect(words).toHaveValue('stale coffee');
});

test('texts stand on the map, at the sliders’ ends and on the way from A to B', async ({ page }) => {
  await openColours(page);
  const { map } = parts(page);
  const box = await map.boundingBox();
  if (!box) throw new Error('The map is not there.');
  await page.mouse.move(box.x + box.width / 4, box.y + box.height / 4);
  await expect(page.locator('#map-inset')).toContainText(/[a-z]{3}/);
  for (const end of await page.locator('.slider .ends ul').all()) await expect(end).toContainText(/[a-z]{3}/);
  await expect(page.locator('#path-stations li')).toHaveCount(5);
  for (const station of await page.locator('#path-stations li').all())
    await expect(station).toContainText(/[a-z]{3}/);
});

test('quatrains are written in four lines, in Chinese', async ({ page }) => {
  await page.goto('./?backend=cpu&still&lang=zh&model=quatrains-2d');
  await expect(written(page)).toHaveText(
    /^\p{Script=Han}{5}\n\p{Script=Han}{5}\n\p{Script=Han}{5}\n\p{Script=Han}{5}$/u,
    {
      useInnerText: true,
    },
  );
  await page.getByLabel('文字', { exact: true }).fill('白日依山盡黃河入海流欲窮千里目更上一層樓');
  await expect(page.locator('.expected li')).toHaveCount(20);
  await page.getByLabel('文字', { exact: true }).fill('欲穷千里目');
  await expect(page.locator('#text-said')).toContainText('改用繁体字');
});

test('lines of one’s own are looked at, used and trained on, and what is no line is named', async ({
  page,
}) => {
  await open(page, '?backend=cpu&threads=1');
  const own = region(page, 'own-data');
  await own.scrollIntoViewIfNeeded();
  const choose = (name: string, buffer: Buffer) =>
    own.getByLabel('Choose files…').setInputFiles({ name, mimeType: '', buffer });
  const sizes = ['small', 'old', 'warm', 'wide', 'grey', 'wild'];
  const kinds = ['house', 'river', 'field', 'stone', 'road', 'moon'];
  const lines = sizes.flatMap((size) => kinds.map((kind) => `${size} ${kind}`));
  await choose('places.txt', Buffer.from([...lines, '', lines[0], 'x'.repeat(300)].join('\n')));
  await expect(own).toContainText(
    /\d+ texts to train on and \d+ to test on, of at most \d+ characters, from an alphabet of \d+\./,
  );
  await expect(own).toContainText('They begin: “small house”, “small river”, “small field”.');
  await expect(own).toContainText(
    'Left out as no texts: 1, first line 39, of 300 characters where at most 64 are expected.',
  );
  await choose('noise.txt', Buffer.from([0x61, 0x0a, 0xff, 0xfe, 0x80]));
  await expect(own).toContainText('noise.txt: expected a text in UTF-8; there are other bytes in line 2.');
  await choose('places.txt', Buffer.from(lines.join('\n')));
  await expect(own).toContainText('They begin');
  await own.getByRole('button', { name: 'Use this data' }).click();
  await expect(field(page)).toBeVisible();

  await page.getByLabel('Hidden sizes').fill('16');
  await page.getByLabel('Batch size').fill('8');
  await parts(page).step.click();
  await expect(parts(page).status).toContainText('1 step,');
  await field(page).fill('warm stone');
  await expect(page.locator('.expected li')).toHaveCount(11);
  await expect(written(page)).not.toBeEmpty();
});

test('the article writes at z, and has each character of a text over its probability', async ({ page }) => {
  await openColours(page);
  const figure = page.locator('[data-figure="written"]');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('.writes')).toHaveText((await written(page).innerText()).split('\n')[0] ?? '');
  await expect(figure.getByRole('listitem')).toHaveCount(0);
  await write(page, 'rose');
  // It is drawn while it can be seen.
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.getByRole('listitem')).toHaveCount(5);
  await expect(figure.getByRole('listitem').first()).toContainText(/^r.*r: [\d.]+ %; it could have been \S/);

  // A model of pictures has no text to write.
  await page.getByRole('combobox', { name: 'Model', exact: true }).selectOption('mnist-2d.safetensors');
  await drawn(page);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure).toContainText('This model is none of texts');
  await expect(figure.getByRole('listitem')).toHaveCount(0);
});

test('a text that a line took the place of comes back, and the keys that are listed do something', async ({
  page,
}) => {
  await openColours(page);
  await write(page, 'rose');
  const line = writing(page).getByRole('list').nth(1).getByRole('button').first();
  const taken = await line.innerText();
  await line.click();
  await expect(field(page)).toHaveValue(taken);
  await page.keyboard.press('Control+z');
  await expect(field(page)).toHaveValue('rose');
  await page.keyboard.press('Control+Shift+z');
  await expect(field(page)).toHaveValue(taken);
  await reading(page).getByRole('button', { name: 'Undo' }).click();
  await expect(field(page)).toHaveValue('rose');
  await page.keyboard.press('c');
  await expect(field(page)).toHaveValue('');
  await page.keyboard.press('d');
  await expect(reading(page)).toContainText(/Test text \d+/);
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys).toContainText('Ctrl + ZUndo');
  await expect(keys).toContainText('DA test text');
  await expect(keys).not.toContainText(/Eraser|digit/);
});

test('a drawing is no input of texts, words or tastes, and lies on the pad again afterwards', async ({
  page,
}) => {
  await open(page);
  const { pad } = parts(page);
  await drag(page, pad, one);
  const encoder = page.locator('#encoder');
  await expect(encoder).not.toHaveClass(/idle/);
  const model = page.getByRole('combobox', { name: 'Model' });
  const kinds = [
    ['quatrains-8d', '#clear-text'],
    ['reviews-en-2d', '#clear-text'],
    ['films-2d', '#like-nothing'],
  ] as const;
  for (const [name, clear] of kinds) {
    await model.selectOption(`${name}.safetensors`);
    await expect(page.locator(clear)).toBeDisabled();
    await expect(encoder).toHaveClass(/idle/);
  }
  await model.selectOption('mnist-2d.safetensors');
  await expect(pad).toBeVisible();
  await expect.poll(() => inked(pad)).toBe(true);
  await expect(encoder).not.toHaveClass(/idle/);
});

test('with nothing written the sliders have bars, as often as a model comes', async ({ page }) => {
  await open(page);
  const { latent } = parts(page);
  const sort = latent.getByRole('button', { name: 'Sort by KL' });
  await expect(sort).toBeHidden();
  const model = page.getByRole('combobox', { name: 'Model', exact: true });
  for (const [name, dimensions] of [
    ['colours-2d', 2],
    ['quatrains-8d', 8],
    ['colours-2d', 2],
  ] as const) {
    await model.selectOption(`${name}.safetensors`);
    await expect(latent.locator('.slider .nats')).toHaveText(new Array(dimensions).fill(/KL \d/));
    await expect(latent).toContainText('mean KL of test texts');
    await expect(sort).toBeEnabled();
  }
});
