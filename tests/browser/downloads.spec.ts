// Files of the site that are missing, damaged or of another kind: what fails is said, and can be tried again.

import { drawn, expect, inject, inked, open, parts, region, stepsMade, strike, test } from './page';
import { again, alert, chooser, seesDigit, spoil } from './spoilt';
import { useTinyData } from './tiny-data';

test.use({ tolerated: [/./] });

for (const [files, how, words] of [
  ['**/assets/page-*.js', 'missing', 'A part of this page did not arrive as it should'],
  ['**/assets/page-*.js', 'a page', 'A part of this page did not arrive as it should'],
  ['**/assets/geometry-*.js', 'missing', 'A part of this page did not arrive as it should'],
  ['**/assets/geometry-*.js', 'a page', 'A part of this page did not arrive as it should'],
  ['**/assets/geometry-*.js', 'changed', 'A part of this page did not arrive as it should'],
  ['**/assets/page-*.css', 'missing', 'This page’s style did not arrive'],
  ['**/assets/page-*.css', 'a page', 'This page’s style did not arrive'],
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
  ['**/wasm/cpu/latent_bg.wasm', 'cut', 'latent_bg.wasm came damaged: expected'],
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
  const sets = '**/data/sets.json';
  for (const none of ['null', '<!doctype html>']) {
    // Not for one time: the page that is left may ask late.
    await page.route(sets, (route) => route.fulfill({ body: none }));
    await page.reload();
    await expect(alert(page)).toContainText('Expected the list of data sets in data/sets.json');
    await page.unroute(sets);
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
