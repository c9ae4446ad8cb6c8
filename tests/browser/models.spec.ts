// The list of shipped models, and what a page does with conditional models and autoencoders.

import type { Page } from '@playwright/test';
import {
  drag,
  drawn,
  expect,
  inked,
  open,
  parts,
  picture,
  seriousViolations,
  settled,
  shows,
  test,
  three,
} from './page';
import { listed, offer, tinyModel } from './tiny-model';

const tiny = {
  wide: { latentSize: 10 },
  conditional: { conditional: true },
  autoencoder: { deterministic: true, dataView: 'binarised' },
} as const;

const chooser = (page: Page) => page.getByRole('combobox', { name: 'Model' });
const words = (page: Page) => page.locator('#model-words');

test('a model is fetched when it is chosen, and the drawing is kept and encoded anew', async ({ page }) => {
  const fetched = await offer(page, tiny);
  await open(page);
  const { pad, seen, sliders, map, output } = parts(page);
  await drag(page, pad, three);
  await expect.poll(() => inked(seen)).toBe(true);
  const [drawing, manifold, terms] = [await settled(pad), await picture(map), await output.innerText()];
  await expect(words(page)).toContainText('binarised MNIST');
  expect(fetched).toEqual([]);

  await chooser(page).selectOption('wide.bin');
  await expect(sliders).toHaveCount(10);
  await expect(words(page)).toHaveText('VAE 784–8–10, greyscale MNIST, Bernoulli: test NLL 500.0 nats.');
  await expect.poll(() => picture(map)).not.toBe(manifold);
  await expect.poll(() => output.innerText()).not.toBe(terms);
  expect(await picture(pad)).toBe(drawing);
  expect(fetched).toEqual(['wide.bin']);

  await chooser(page).selectOption('mnist-2d.safetensors');
  await expect(sliders).toHaveCount(2);
  await expect.poll(() => shows(map, manifold)).toBe(true);
});

test('the address chooses a model', async ({ page }) => {
  await offer(page, tiny);
  await page.route('**/models/models.json', async (route) => {
    await route.fulfill({ json: [listed('wide.safetensors', tiny.wide, tinyModel(tiny.wide))] });
  });
  await page.route('**/models/wide.safetensors', (route) => route.fulfill({ body: tinyModel(tiny.wide) }));
  await open(page, '?backend=cpu&model=wide');
  await expect(parts(page).sliders).toHaveCount(10);
});

test('a model of another size may come while the map is dragged on', async ({ page }) => {
  await offer(page, tiny);
  await open(page);
  const { map, sliders, reconstruction } = parts(page);
  const box = await map.boundingBox();
  if (!box) throw new Error('There is no map.');
  // A list that has not come yet has none such.
  await expect(page.locator('#model option[value="wide.bin"]')).toBeAttached();
  await page.mouse.move(box.x + 50, box.y + 50);
  await page.mouse.down();
  await page.evaluate(() => {
    const select = document.querySelector<HTMLSelectElement>('#model');
    if (select) select.value = 'wide.bin';
    select?.dispatchEvent(new Event('change'));
  });
  await expect(async () => {
    await page.mouse.move(box.x + 50 + 200 * Math.random(), box.y + 100, { steps: 5 });
    await expect(sliders).toHaveCount(10, { timeout: 1 });
  }).toPass({ intervals: [0], timeout: 20_000 });
  const before = await picture(reconstruction);
  await page.mouse.move(box.x + 60, box.y + 60, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => picture(reconstruction)).not.toBe(before);
  await expect(page.getByRole('alert')).toBeHidden();
});

test('a model whose figures are not finite is said to be one, and shows none', async ({ page }) => {
  await offer(page, tiny, 200);
  await open(page);
  await chooser(page).selectOption('wide.bin');
  await expect(page.getByRole('alert')).toContainText('expected a model whose figures are finite');
  await expect(page.locator('body')).not.toContainText(/Infinity|NaN/);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByRole('alert')).toBeHidden();
  await page.getByRole('button', { name: 'Evaluate', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('expected a model whose figures are finite');
  await expect(page.locator('body')).not.toContainText(/Infinity|NaN/);
  const broken = await page
    .locator('svg *')
    .evaluateAll((shapes) =>
      shapes
        .flatMap((shape) => [...shape.attributes].map(({ value }) => value))
        .filter((value) => /NaN|Infinity/.test(value)),
    );
  expect(broken).toEqual([]);
});

test.describe('when a model does not come', () => {
  test.use({ tolerated: [/Failed to load resource/] });

  test('the page says so, and the model before stays', async ({ page }) => {
    await offer(page, tiny);
    await page.route('**/models/wide.bin', (route) => route.fulfill({ status: 404 }));
    await open(page);
    const { map, sliders } = parts(page);
    const before = await picture(map);
    await chooser(page).selectOption('wide.bin');
    await expect(page.getByRole('alert')).toContainText('wide.bin on the server, but it answered 404');
    await expect(chooser(page)).toHaveValue('mnist-2d.safetensors');
    await expect(sliders).toHaveCount(2);
    expect(await picture(map)).toBe(before);
  });

  test('nor when it is none', async ({ page }) => {
    await offer(page, tiny);
    await page.route('**/models/wide.bin', (route) =>
      route.fulfill({ body: Buffer.alloc(tinyModel(tiny.wide).length) }),
    );
    await open(page);
    await chooser(page).selectOption('wide.bin');
    await expect(page.getByRole('alert')).toContainText('wide.bin came damaged');
    await page.locator('#language').click();
    await expect(page.getByRole('alert')).toContainText('wide.bin 传输有误');
    await page.locator('#language').click();
    await expect(chooser(page)).toHaveValue('mnist-2d.safetensors');
  });
});

test('choosing a model pauses a run, which can be shown again and gone on with', async ({ page }) => {
  await offer(page, tiny);
  await open(page);
  const { start, pause, status, sliders, map } = parts(page);
  await page.getByLabel('Latent size').fill('3');
  await page.getByLabel('Hidden sizes').fill('16');
  await start.click();
  await expect(sliders).toHaveCount(3);
  await expect(status).toContainText('images/s');
  await expect(chooser(page)).toHaveValue('run');

  await chooser(page).selectOption('wide.bin');
  await expect(sliders).toHaveCount(10);
  await expect(status).toContainText('Paused');
  await expect(words(page)).toContainText('Your run is paused: go on with it, or choose it here.');
  await page.waitForTimeout(500);
  await expect(sliders).toHaveCount(10);

  await chooser(page).selectOption('run');
  await expect(sliders).toHaveCount(3);
  await expect(status).toContainText('Paused');
  await chooser(page).selectOption('wide.bin');
  await expect(sliders).toHaveCount(10);
  await start.click();
  await expect(sliders).toHaveCount(3);
  await pause.click();
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(sliders).toHaveCount(10);
  await expect.poll(() => inked(map)).toBe(true);
});

test('a conditional model has a map for each class', async ({ page }) => {
  await offer(page, tiny);
  await open(page);
  const { latent, map, reconstruction, output, input } = parts(page);
  const classes = latent.getByRole('group', { name: 'Class' });
  await expect(classes).toBeHidden();
  const pictures = async () => [await picture(map), await picture(reconstruction)];
  const before = await pictures();
  await chooser(page).selectOption('conditional.bin');
  await expect(classes).toBeVisible();
  await expect(words(page)).toContainText('a map for each class');
  await expect.poll(async () => (await pictures()).every((it, index) => it !== before[index])).toBe(true);
  await drawn(page);
  const nought = await pictures();
  await classes.getByRole('radio', { name: '7' }).check();
  await expect.poll(async () => (await pictures()).every((it, index) => it !== nought[index])).toBe(true);

  // By keyboard: arrows among the classes, digits on the map.
  await page.keyboard.press('ArrowLeft');
  await expect(classes.getByRole('radio', { name: '6' })).toBeChecked();
  await map.focus();
  await page.keyboard.press('0');
  await expect.poll(pictures).toEqual(nought);

  await page.getByRole('button', { name: 'Random test digit' }).click();
  await expect(output).toContainText('z = μ');
  await expect(input).toContainText(/a \d\./);
  const label = /a (\d)\./.exec(await input.innerText())?.[1] ?? '';
  await expect(classes.getByRole('radio', { name: label })).toBeChecked();
  // Another class at the digit's z: its own encoding stays.
  await expect(page.locator('#sample-terms')).toContainText(/\d/);
  const terms = await page.locator('#sample-terms').innerText();
  await classes.getByRole('radio', { name: label === '5' ? '4' : '5' }).check();
  await expect(output).not.toContainText('z = μ =');
  expect(await page.locator('#sample-terms').innerText()).toBe(terms);
});

test('a conditional model reads a drawing as the class that it finds likeliest, until one is named', async ({
  page,
}) => {
  await open(page, '?backend=cpu&model=mnist-conditional');
  const classes = parts(page).latent.getByRole('group', { name: 'Class' });
  await expect(classes.getByRole('radio', { name: '0' })).toBeChecked();
  await drag(page, parts(page).pad, three);
  await expect(classes.getByRole('radio', { name: '3' })).toBeChecked();
  await classes.getByRole('radio', { name: '8' }).check();
  await drag(page, parts(page).pad, [
    [140, 40],
    [140, 60],
  ]);
  await drawn(page);
  await expect(classes.getByRole('radio', { name: '8' })).toBeChecked();
});

test('an autoencoder has no posterior, no KL and no ELBO', async ({ page }) => {
  await offer(page, tiny);
  await open(page);
  const { pad, output, latent } = parts(page);
  await chooser(page).selectOption('autoencoder.bin');
  await expect(words(page)).toContainText('utoencoder 784–8–2');
  await drag(page, pad, three);
  await expect(output).toContainText('Reconstruction term');
  await expect(output).toContainText('an autoencoder has no KL term and no ELBO; binarised MNIST, Bernoulli');
  await expect(output.getByText('KL term', { exact: true })).toBeHidden();
  await expect(output.getByText('ELBO', { exact: true })).toBeHidden();
  await expect(output.getByText('Terms of the ELBO')).toHaveCount(0);
  await expect(latent).toContainText('input’s code: no posterior');
  await expect(latent.getByText(/^KL /)).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 360, height: 800 } });

    test('a conditional model is in nobody’s way', async ({ page }) => {
      await offer(page, tiny);
      await open(page);
      await chooser(page).selectOption('conditional.bin');
      await expect(page.getByRole('group', { name: 'Class' })).toBeVisible();
      expect(await seriousViolations(page)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBe(360);
    });
  });
}
