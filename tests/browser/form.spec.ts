// Language, theme, keys, contrast and paper: the page in each of its forms.

import { drag, expect, inked, open, parts, picture, seriousViolations, test, three, unseal } from './page';

test.use({ locale: 'en-GB' });

test('speaks Chinese when asked, remembers it, and goes back', async ({ page }) => {
  await open(page);
  await drag(page, parts(page).pad, three);
  const start = page.getByRole('region', { name: '运行控制' }).getByRole('button', { name: '开始训练' });
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('潜空间探索器');
  await expect(page).toHaveTitle('潜空间探索器');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  // What is there stays, and is named anew.
  await expect.poll(() => inked(page.getByRole('img', { name: /^模型看到的 / }))).toBe(true);
  await expect(page.getByLabel('潜变量维数')).toHaveValue('2');
  await expect(start).toBeEnabled();

  await page.reload();
  await expect(start).toBeEnabled();
  await page.getByRole('button', { name: 'English', exact: true }).click();
  await expect(parts(page).start).toBeVisible();
  await expect(page).toHaveTitle('Latent Explorer');
});

test('speaks the language of the address, and of the browser', async ({ browser, baseURL }) => {
  for (const [locale, query] of [
    ['en-GB', '?lang=zh'],
    ['zh-CN', ''],
  ] as const) {
    const page = await browser.newPage({ locale, ...(baseURL ? { baseURL } : {}) });
    await page.goto(`./${query}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('潜空间探索器');
    await page.close();
  }
});

test('says in Chinese what is refused, and what training does', async ({ page }) => {
  await page.goto('./?backend=cpu&threads=1&lang=zh&still');
  const step = page.getByRole('button', { name: '单步' });
  await expect(step).toBeEnabled();
  await page.getByLabel('潜变量维数').fill('0');
  await expect(page.getByText('潜变量维数：应为 1 到 512 的整数，得到的是 0。')).toBeVisible();
  await page.getByLabel('潜变量维数').fill('3');
  await step.click();
  await expect(page.getByLabel('后端', { exact: true })).toContainText('CPU，1 个线程');
});

test('is light or dark as it is told, before the first paint too', async ({ page }) => {
  await unseal(page);
  await open(page);
  const paper = () =>
    parts(page).reconstruction.evaluate(
      (canvas: HTMLCanvasElement) => canvas.getContext('2d')?.getImageData(0, 0, 1, 1).data[0] ?? 0,
    );
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const theme = page.getByRole('combobox', { name: 'Theme' });
  const light = await background();
  await theme.selectOption('Dark');
  await expect.poll(paper).toBeLessThan(60);
  expect(await background()).not.toBe(light);

  // The script has not come, and the page is dark all the same.
  await page.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.reload({ waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.unroute('**/assets/*.js');
  await page.reload();
  await expect.poll(() => inked(parts(page).reconstruction)).toBe(true);
  expect(await paper()).toBeLessThan(60);

  // The system's choice has no say until it is given it back.
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await paper()).toBeLessThan(60);
  await theme.selectOption('Auto');
  await expect.poll(paper).toBeGreaterThan(200);
});

test('lists its keys on “?”, and does what it lists', async ({ page }) => {
  await open(page);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await expect(dialog.getByText('Random test digit')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  const everywhere = await dialog.locator('section').first().locator('kbd').allTextContents();
  expect(new Set(everywhere).size).toBe(everywhere.length);
  // Nothing behind it listens.
  await page.keyboard.press('d');
  await expect(parts(page).input).toContainText('Nothing yet.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await page.keyboard.press('d');
  await expect(parts(page).input).toContainText(/Test digit [\d,]+, a \d/);
  // A radio button takes no letters; its own keys stay its own.
  await parts(page).latent.getByText('Layers', { exact: true }).click();
  await page.getByLabel('equal prior mass').click();
  await page.keyboard.press('c');
  await expect(parts(page).input).toContainText('Nothing yet.');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByLabel('equal spacing in σ')).toBeChecked();
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await expect(page.getByRole('combobox', { name: 'Theme' })).toHaveValue('light');
  await page.keyboard.press('l');
  await expect(page.getByRole('button', { name: 'English', exact: true })).toBeVisible();
  await page.keyboard.press('l');
  await page.getByRole('button', { name: 'Keys' }).click();
  expect(await seriousViolations(page)).toEqual([]);
});

test('leaves keys to fields, and can leave them alone altogether', async ({ page }) => {
  await open(page);
  await page.getByLabel('Seed', { exact: true }).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('d');
  await expect(page.getByLabel('Seed', { exact: true })).toHaveValue('1d');
  await expect(parts(page).input).toContainText('Nothing yet.');

  await page.getByRole('button', { name: 'Keys' }).click();
  await page.getByLabel('Keys of one character').uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Keys' })).toBeFocused();
  await page.keyboard.press('d');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(parts(page).input).toContainText('Nothing yet.');
});

test('takes the colours of a forced palette into its pictures', async ({ page }) => {
  await open(page);
  const before = await picture(parts(page).map);
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await expect.poll(() => picture(parts(page).map)).not.toBe(before);
  const { canvas, marker } = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'Canvas';
    const line = document.querySelector('.layer-marker .line');
    return { canvas: getComputedStyle(probe).color, marker: line && getComputedStyle(line).stroke };
  });
  expect(marker).toMatch(/^rgb/);
  expect(marker).not.toBe(canvas);
  expect(await seriousViolations(page)).toEqual([]);
});

test('prints the tool and the article in dark ink, without its controls', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page);
  const paper = () =>
    parts(page).reconstruction.evaluate(
      (canvas: HTMLCanvasElement) => canvas.getContext('2d')?.getImageData(0, 0, 1, 1).data[0] ?? 0,
    );
  await expect.poll(paper).toBeLessThan(60);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await paper()).toBeGreaterThan(200);
  for (const button of await page.getByRole('button').all()) await expect(button).toBeHidden();
  await expect(page.locator('article')).toBeVisible();
  await expect(parts(page).map).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect.poll(paper).toBeLessThan(60);
});

test('shows no settings in English to whoever reads Chinese', async ({ page }) => {
  await page.addInitScript(() => {
    const look = () => {
      const label = document.querySelector('#settings label');
      const isEnglish = label?.checkVisibility({ visibilityProperty: true }) && label.textContent === 'Kind';
      if (isEnglish && document.documentElement.lang === 'zh-Hans')
        document.documentElement.dataset.english = '';
      requestAnimationFrame(look);
    };
    look();
  });
  await page.goto('./?backend=cpu&still&lang=zh');
  await page.locator('#settings').scrollIntoViewIfNeeded();
  await expect(page.locator('#settings label').first()).toHaveText('种类');
  await expect(page.locator('#settings label').first()).toBeVisible();
  await expect(page.locator('html')).not.toHaveAttribute('data-english');
});
