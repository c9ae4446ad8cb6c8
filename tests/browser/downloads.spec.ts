// Files of the site that are missing, damaged, of another kind, or that never come: what fails is said, and can be tried again.

import type { Page } from '@playwright/test';
import { drawn, expect, inject, inked, open, parts, region, stepsMade, strike, test } from './page';
import { useTinyData } from './tiny-data';

test.use({ tolerated: [/./] });

const alert = (page: Page) => page.getByRole('alert').filter({ visible: true, hasText: /./ });
const again = (page: Page) => alert(page).getByRole('button', { name: 'Try again' }).click();
const chooser = (page: Page) => page.getByRole('combobox', { name: 'Model', exact: true });

const faults = {
  missing: async () => ({ status: 404 }),
  'a page': async () => ({ contentType: 'text/html', body: '<!doctype html><title>Welcome</title>' }),
  cut: async (whole: () => Promise<Buffer>) => {
    const bytes = await whole();
    return { body: bytes.subarray(0, bytes.length / 2) };
  },
  /** It still runs. */
  'another script': async (whole: () => Promise<Buffer>) => ({ body: `${await whole()}\n` }),
  /** In one bit. */
  changed: async (whole: () => Promise<Buffer>) => {
    const bytes = Buffer.from(await whole());
    const middle = bytes.length >> 1;
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
    return { body: bytes };
  },
};

/** Answers so where the files are asked for, until they are mended. */
async function spoil(page: Page, files: string, how: keyof typeof faults) {
  let spoilt = true;
  await page.route(files, async (route) => {
    if (!spoilt) return route.fallback();
    const response = how === 'missing' || how === 'a page' ? undefined : await route.fetch();
    const answer = await faults[how](async () => (await response?.body()) ?? Buffer.alloc(0));
    await route.fulfill({ ...(response ? { response } : {}), ...answer });
  });
  return () => {
    spoilt = false;
  };
}

/** The first request for each is never answered. */
async function stallOnce(page: Page, ...patterns: string[]) {
  for (const files of patterns) {
    let first = true;
    await page.route(files, (route) => {
      if (!first) return route.fallback();
      first = false;
      return undefined;
    });
  }
}

const seesDigit = async (page: Page) => {
  // It may be loaded anew meanwhile.
  await expect.poll(() => inked(parts(page).reconstruction).catch(() => false)).toBe(true);
  await expect(alert(page)).toHaveCount(0);
};

for (const [files, how, words] of [
  ['**/assets/page-*.js', 'missing', 'A part of this page did not arrive as it should'],
  ['**/assets/page-*.js', 'a page', 'A part of this page did not arrive as it should'],
  ['**/assets/geometry-*.js', 'changed', 'A part of this page did not arrive as it should'],
  ['**/assets/page-*.css', 'missing', 'This page’s style did not arrive'],
  [
    '**/assets/explorer-*.js',
    'missing',
    'The explorer could not be started: its worker could not be loaded.',
  ],
  ['**/assets/explorer-*.js', 'a page', 'The explorer could not be started: its worker could not be loaded.'],
  [
    '**/assets/explorer-*.js',
    'another script',
    'The explorer could not be started: /some/folder/assets/explorer-',
  ],
  ['**/wasm/cpu/latent.js', 'a page', 'latent.js came damaged: expected'],
  ['**/wasm/cpu/latent.js', 'changed', 'latent.js came damaged: its bytes are not those'],
  ['**/wasm/cpu/latent_bg.wasm', 'changed', 'latent_bg.wasm came damaged: its bytes are not those'],
  ['**/wasm/cpu/latent_bg.wasm', 'a page', 'latent_bg.wasm came damaged: expected'],
  ['**/models/mnist-2d.decoder.part', 'changed', 'decoder.part came damaged: its bytes are not those'],
] as const)
  test(`${files.slice(3)}, ${how}: the page says so, and comes to life when it is tried again`, async ({
    page,
  }) => {
    const mend = await spoil(page, files, how);
    await page.goto('./?backend=cpu&still');
    await expect(alert(page)).toContainText(words);
    mend();
    await again(page);
    await seesDigit(page);
  });

test('a part that is fetched later does not run where it came changed, and does when it comes as it was', async ({
  page,
}) => {
  let spoilt = true;
  await page.route('**/assets/view-*.js', async (route) => {
    if (!spoilt) return route.fallback();
    const response = await route.fetch();
    await route.fulfill({ response, body: `globalThis.ran = true;\n${await response.text()}` });
  });
  await page.goto('./?backend=cpu&still');
  await expect(alert(page)).toContainText('A part of the page could not be loaded');
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
  spoilt = false;
  await page.reload();
  await seesDigit(page);
  await expect(parts(page).start).toBeEnabled();
});

test('neither a trainer nor a build of another script trains', async ({ page }) => {
  await useTinyData(page);
  const mend = await spoil(page, '**/assets/trainer-*.js', 'another script');
  await page.goto('./?backend=cpu&still&threads=2');
  const { start, reset, training, backend } = parts(page);
  await start.click();
  await expect(alert(page)).toContainText(/Training stopped: .*trainer-.* came damaged/);
  mend();
  const mendBuild = await spoil(page, '**/wasm/{threads,fused}/latent.js', 'another script');
  await again(page);
  await expect.poll(() => stepsMade(page)).toBeGreaterThan(2);
  await expect(training).toContainText(/latent\.js came damaged/);
  await expect(backend).not.toContainText('threads');
  mendBuild();
  await reset.click();
  await start.click();
  await expect(backend).toContainText('CPU, 2 threads');
});

test('without its script the page has no dead controls, and says so in the reader’s language', async ({
  page,
}) => {
  await spoil(page, '**/assets/page-*.js', 'missing');
  await page.goto('./?lang=zh');
  await expect(alert(page)).toContainText('页面的一部分没有完整传来');
  await expect(alert(page).getByRole('button', { name: '重试' })).toBeVisible();
  await expect(page.locator('button:visible, input:visible, select:visible, canvas:visible')).toHaveCount(1);
  await expect(page.locator('article h2').first()).toBeVisible();
});

test('whatever stalls is given up after ten seconds, and tried again without a reload', async ({ page }) => {
  await useTinyData(page);
  await stallOnce(
    page,
    ...['**/assets/explorer-*.js', '**/models/models.json', '**/data/manifest.json'],
    ...['**/models/mnist-10d.safetensors', '**/data/train-images*', '**/wasm/{threads,fused}/latent_bg.wasm'],
  );
  let loads = 0;
  page.on('domcontentloaded', () => loads++);
  await page.goto('./?backend=cpu&still&threads=2');
  await expect(alert(page)).toContainText('The explorer could not be started');
  await again(page);
  await seesDigit(page);

  await expect(alert(page)).toContainText(/Nothing of .*(models|manifest)\.json has come for 10 seconds/);
  await expect(chooser(page)).toBeDisabled();
  await again(page);
  await expect(chooser(page)).toBeEnabled();
  await expect(page.locator('#data-source')).toContainText('640 training and 100 test digits');

  await chooser(page).selectOption({ label: '10-D' });
  await expect(alert(page)).toContainText('Nothing of /some/folder/models/mnist-10d.safetensors has come');
  await again(page);
  await expect(parts(page).sliders).toHaveCount(10);

  const { start, training, backend } = parts(page);
  await start.click();
  // The build gives way to a simpler one; nothing gives way to digits.
  await expect(alert(page)).toContainText(/Training stopped: Nothing of .*train-images.* has come/, {
    timeout: 40_000,
  });
  await again(page);
  await expect.poll(() => stepsMade(page)).toBeGreaterThan(2);
  await expect(backend).toContainText('CPU, 2 threads');
  await expect(training).not.toContainText('could not be used');
  expect(loads).toBe(1);
});

test('a script or a style that stalls is said by the page that waits for it', async ({ page }) => {
  await stallOnce(page, '**/assets/page-*.css');
  await page.goto('./?backend=cpu&still', { waitUntil: 'commit' });
  await expect(alert(page)).toContainText('This page’s style did not arrive');
  await again(page);
  await seesDigit(page);
  await stallOnce(page, '**/assets/page-*.js');
  await page.reload({ waitUntil: 'commit' });
  await expect(alert(page)).toContainText('This page’s script has not arrived in 10 seconds');
  await again(page);
  await seesDigit(page);
});

test('the explorer that ends by itself is replaced, and that is said', async ({ page }) => {
  await inject(page, 'new BroadcastChannel("fault").onmessage = () => close()', 'explorer');
  await open(page);
  const { map, reset, step, status } = parts(page);
  await strike(page);
  await expect(alert(page)).toContainText('The explorer stopped (its worker ended) and was started anew.');
  await alert(page).getByRole('button', { name: 'Dismiss' }).click();
  await map.press('ArrowRight');
  await drawn(page);
  await step.click();
  await expect(status).toContainText('Paused');
  await reset.click();
  await expect(page.locator('#epoch')).toBeEmpty();
});

test('without its opening model the page lives: others can be chosen, and a model trained', async ({
  page,
}) => {
  await useTinyData(page);
  const mend = await spoil(page, '**/models/mnist-2d.decoder.part', 'missing');
  await page.goto('./?backend=cpu&still&hiddenSizes=16');
  const { start, status, sliders, map, reset, pause } = parts(page);
  await expect(alert(page)).toContainText('mnist-2d.decoder.part on the server, but it answered 404');
  await expect(region(page, 'training')).toContainText(
    'The shipped model has not come: try again, or choose another.',
  );
  await start.click();
  await expect(status).toContainText('images/s');
  await pause.click();
  await expect.poll(() => inked(map)).toBe(true);
  mend();
  await reset.click();
  await expect(page.locator('#model-words')).toContainText('binarised MNIST');
  await chooser(page).selectOption({ label: '10-D' });
  await expect(sliders).toHaveCount(10);
});

test('lists that are none are refused in words', async ({ page }) => {
  await page.route('**/data/manifest.json', (route) => route.fulfill({ body: 'null' }), { times: 1 });
  await open(page);
  await expect(alert(page)).toContainText(
    'Expected what the data set is in /some/folder/data/manifest.json, but something else came',
  );
  const mend = await spoil(page, '**/models/models.json', 'a page');
  await page.reload();
  await expect(alert(page)).toContainText('Expected the list of models in models/models.json');
  mend();
  await again(page);
  await expect(chooser(page)).toBeEnabled();
  for (const none of ['null', '<!doctype html>']) {
    await page.route('**/data/sets.json', (route) => route.fulfill({ body: none }), { times: 1 });
    await page.reload();
    await expect(alert(page)).toContainText('Expected the list of data sets in data/sets.json');
    await again(page);
    await seesDigit(page);
  }
});

test('weights that came changed in one bit are not shown', async ({ page }) => {
  const mend = await spoil(page, '**/models/mnist-10d.safetensors', 'changed');
  await open(page);
  await chooser(page).selectOption({ label: '10-D' });
  await expect(alert(page)).toContainText('mnist-10d.safetensors came damaged');
  await expect(parts(page).sliders).toHaveCount(2);
  mend();
  await again(page);
  await expect(parts(page).sliders).toHaveCount(10);
});
