// A text that is typed: its words, its place on the map, its class and why, texts like it, and what is refused.

import type { Page } from '@playwright/test';
import { expect, open, parts, region, seriousViolations, test } from './page';
import { offerPraise } from './praise';

/** A run ends by itself after as many epochs, so that its model is the same each time. */
async function openTexts(page: Page) {
  await offerPraise(page);
  await open(
    page,
    '?backend=cpu&threads=1&hiddenSizes=16&latentSize=2&batchSize=24&learningRate=0.01&epochs=40&schedule=cosine',
  );
  await page.getByRole('combobox', { name: 'Model' }).selectOption('data praise');
  await expect(text(page)).toBeVisible();
}

const text = (page: Page) => region(page, 'text');
const reading = (page: Page) => region(page, 'reading');
const field = (page: Page) => text(page).getByRole('textbox', { name: 'A text in English' });
const list = (page: Page, name: string | RegExp) => reading(page).getByRole('list', { name });

test('a text that is typed is placed, judged with the words that made it, and beside texts like it', async ({
  page,
}) => {
  await openTexts(page);
  await expect(page.getByRole('region', { name: 'Input' })).toBeHidden();
  await expect(region(page, 'likes')).toBeHidden();
  const { start, status } = parts(page);
  await start.click();
  await expect(status).toContainText('Finished · Epoch 40');
  await expect(status).toContainText('texts seen');

  await field(page).fill('Awful coffee, stale and burnt');
  await expect(text(page).getByRole('status')).toContainText(
    '4 of its 5 words are the model’s. In too many texts or too few to count: and.',
  );
  await expect(
    text(page).getByRole('list', { name: 'Words that the model knows' }).getByRole('listitem'),
  ).toHaveText(['awful', 'stale', 'burnt', 'coffee']);
  await expect(reading(page)).toContainText(/blame, (9\d|100) % sure/);
  const because = list(page, 'Words that spoke for and against “blame”');
  await expect(because.getByRole('listitem').first()).toContainText(/^(awful|stale|burnt)/);
  await expect(list(page, 'Words it would also use').getByRole('listitem').first()).toContainText(
    /^(broken|bitter) \d/,
  );
  await expect(list(page, 'Nearest training texts').getByRole('listitem').first()).toContainText(
    /^blame .*(awful|stale|burnt|broken|bitter)/,
  );

  await field(page).fill('lovely warm fresh');
  await expect(reading(page)).toContainText(/praise, (9\d|100) % sure/);
  await expect(list(page, 'Nearest training texts').getByRole('listitem').first()).toContainText(/^praise/);
  expect(await seriousViolations(page)).toEqual([]);
});

test('a point that z is moved to is told in words, a test text is shown, and nonsense is answered', async ({
  page,
}) => {
  await openTexts(page);
  await expect(text(page).getByRole('status')).toContainText('Nothing is typed yet');
  await text(page).getByRole('button', { name: 'An example' }).click();
  await expect(field(page)).not.toHaveValue('');
  await expect(text(page).getByRole('status')).toContainText('words are the model’s');
  await text(page).getByRole('button', { name: 'A test text' }).click();
  await expect(text(page).getByRole('figure')).toContainText(/Test text \d+, (praise|blame)/);
  await expect(text(page).getByRole('figure')).toContainText(
    /(awful|stale|lovely|warm|fresh|tasty|burnt).*\./,
  );
  await expect(field(page)).toHaveValue('');
  await expect(reading(page)).toContainText('Of the text, at z = μ.');
  await parts(page).map.press('ArrowRight');
  await expect(reading(page)).toContainText('what a text from here would say');
  await reading(page).getByRole('button', { name: 'Back to the text' }).click();
  await expect(reading(page)).toContainText('Of the text, at z = μ.');

  await field(page).fill('你好，世界 xyzzy');
  await expect(text(page).getByRole('status')).toContainText(
    'Expected one of the model’s 13 English words at least; there is none. It knows such as awful, stale',
  );
  await field(page).fill('awful '.repeat(20_000));
  await expect(text(page).getByRole('status')).toContainText(
    'Expected at most 100,000 letters; there are 120,000.',
  );
  await expect(field(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('#problem')).toBeHidden();
  await text(page).getByRole('button', { name: 'Clear' }).click();
  await expect(text(page).getByRole('status')).toContainText('Nothing is typed yet');

  await page.getByRole('combobox', { name: 'Model' }).selectOption('mnist-2d.safetensors');
  await expect(page.getByRole('region', { name: 'Input' })).toBeVisible();
  await expect(text(page)).toBeHidden();
});

test('a decoder of topics is offered for bags alone, and names its sliders by the topics', async ({
  page,
}) => {
  await offerPraise(page);
  await open(
    page,
    '?backend=cpu&threads=1&decoder=topics&hiddenSizes=16&latentSize=3&batchSize=24&learningRate=0.02&epochs=40&schedule=cosine',
  );
  const decoder = page.getByRole('combobox', { name: 'Decoder' });
  await expect(page.getByRole('combobox', { name: 'Kind' })).toBeVisible();
  await expect(decoder).toBeHidden();
  await page.getByRole('combobox', { name: 'Model' }).selectOption('data praise');
  await expect(decoder).toHaveValue('topics');
  const { start, status } = parts(page);
  await start.click();
  await expect(status).toContainText('Finished · Epoch 40');
  // No hidden layers behind z.
  await expect(page.locator('#decoder .sizes')).toHaveText('3 → 13');
  const first = (dimension: number) =>
    page
      .getByRole('list', { name: `towards + along latent dimension ${dimension}` })
      .getByRole('listitem')
      .first();
  // Both kinds have a topic.
  const named = async () =>
    (await Promise.all([1, 2, 3].map((dimension) => first(dimension).innerText()))).join(' ');
  await expect.poll(named).toMatch(/awful|stale|burnt|broken|bitter/);
  await expect.poll(named).toMatch(/lovely|warm|fresh|tasty|smooth/);
});

test('the page speaks Chinese of texts', async ({ page }) => {
  await offerPraise(page);
  await page.goto('./?lang=zh&backend=cpu&threads=1&hiddenSizes=16&latentSize=2&batchSize=24&still');
  await page.locator('#model').selectOption('data praise');
  const text = page.getByRole('region', { name: '文本', exact: true });
  await text.getByRole('textbox').fill('awful stale');
  await expect(text.getByRole('status')).toContainText('其中 2 个词都是模型认识的。');
  await expect(page.getByRole('region', { name: '读出的内容' })).toContainText('属于这段文字');
});

test('z that was moved from a text stays there while the model learns', async ({ page }) => {
  await openTexts(page);
  await field(page).fill('awful stale');
  await expect(reading(page)).toContainText('Of the text, at z = μ.');
  const { map, step, status } = parts(page);
  await map.press('ArrowRight');
  await expect(reading(page)).toContainText('what a text from here would say');
  for (const steps of ['1 step', '2 steps']) {
    await step.click();
    await expect(status).toContainText(`${steps},`);
    // A question that rests is asked again after two seconds.
    await page.waitForTimeout(2500);
  }
  await expect(reading(page)).toContainText('what a text from here would say');
});

test('a link and a reload bring back the text, and z where it was moved to', async ({ page, browser }) => {
  const typed = 'Terrible. It arrived stale, & I want my money back!';
  await page.goto('./?backend=cpu&still&model=reviews-en-2d');
  await field(page).fill(typed);
  await expect(page).toHaveURL(/[?&]text=Terrible/);
  expect(page.url()).not.toContain('items=');
  await expect(text(page).getByRole('list', { name: 'Words that the model knows' })).toBeVisible();
  await parts(page).map.press('ArrowRight');
  await expect(page).toHaveURL(/[?&]z=/);
  const there = await page.locator('#map-words').innerText();
  const other = await (await browser.newContext()).newPage();
  for (const open of [() => other.goto(page.url()), () => other.reload()]) {
    await open();
    await expect(field(other)).toHaveValue(typed);
    await expect(text(other).getByRole('list', { name: 'Words that the model knows' })).toBeVisible();
    await expect(other.locator('#map-words')).toHaveText(there);
  }

  await field(page).fill(`${typed} `.repeat(60));
  await expect(page).toHaveURL(/[?&]items=/);
  await expect(page).not.toHaveURL(/text=/);
  await other.goto(page.url());
  await expect(text(other).getByRole('status')).toContainText(
    'of a long text a link carries its words alone',
  );
  await expect(field(other)).toHaveValue('');
  await other.context().close();
});
