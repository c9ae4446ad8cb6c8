// Every kind of model trains, and its settings say what has no meaning for it. On the CPU, with tiny models.

import type { Page } from '@playwright/test';
import { expect, open, parts, region, seriousViolations, test } from './page';

const kind = (page: Page) => page.getByRole('combobox', { name: 'Kind' });
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

/** As small as it gets; fewer, larger batches. */
async function tiny(page: Page) {
  await field(page, 'Hidden sizes').fill('16');
  await field(page, 'Batch size').fill('500');
}

const advanced = (page: Page) => page.getByText('Advanced', { exact: true }).click();

test('the kind sets the fields together, and follows them', async ({ page }) => {
  await open(page);
  await expect(kind(page)).toHaveValue('vae');
  await kind(page).selectOption('Beta-VAE');
  await expect(page.getByLabel('Beta')).toHaveValue('4');
  await page.getByLabel('Beta').fill('1');
  await expect(kind(page)).toHaveValue('vae');

  await advanced(page);
  await kind(page).selectOption('Denoising VAE');
  await expect(field(page, 'Input corruption')).toHaveValue('noise');
  await expect(field(page, 'Noise σ')).toHaveValue('0.4');
  await field(page, 'Condition').selectOption('class');
  await expect(kind(page)).toHaveValue('mixed');

  await kind(page).selectOption('Autoencoder');
  await expect(field(page, 'Noise σ')).toBeHidden();
  await expect(page.getByLabel('Beta')).toBeDisabled();
  await expect(page.getByLabel('Beta')).toHaveAccessibleDescription('An autoencoder has no KL term.');
  await expect(field(page, 'Samples k')).toBeDisabled();
});

test('a choice shows its parameter, and what is wrong with that', async ({ page }) => {
  await open(page);
  const { start } = parts(page);
  await expect(field(page, 'Channels')).toBeHidden();
  await field(page, 'Network').selectOption('Convolutional');
  await field(page, 'Channels').fill('4, 0');
  await expect(field(page, 'Channels')).toHaveAccessibleDescription(/a whole number from 1 to 256, got 0/);
  await field(page, 'Network').selectOption('Dense');

  await advanced(page);
  await field(page, 'Rate schedule').selectOption('Cosine to 0');
  await field(page, 'Schedule’s epochs').fill('0');
  await expect(field(page, 'Schedule’s epochs')).toHaveAttribute('aria-invalid', 'true');
  await advanced(page);
  await start.click();
  await expect(field(page, 'Schedule’s epochs')).toBeFocused();
});

test('what a tab has no memory for is refused before it starts', async ({ page }) => {
  await page.goto('./?backend=cpu&threads=1&batchSize=4096&samples=100&still');
  const batch = field(page, 'Batch size');
  await expect(batch).toHaveAccessibleDescription(/at most 17\d\d, for which there is memory .* got 4096/);
  await parts(page).start.click();
  await expect(batch).toBeFocused();
  await batch.fill('1024');
  await expect(batch).not.toHaveAttribute('aria-invalid', 'true');
});

for (const threads of [1, 2]) {
  for (const [settings, name, why] of [
    ['batchSize=4096&samples=100', 'Batch size', /at most 17\d\d, for which there is memory .* got 4096/],
    [
      'network=convolutional&channels=256,256&batchSize=4096',
      'Batch size',
      /at most \d+, for which there is memory .* got 4096/,
    ],
    [
      `hiddenSizes=${Array(60).fill(4096).join(',')}`,
      'Hidden sizes',
      /at most 31,000,000 weights and biases in all, got 1,98\d,\d{3},\d{3}/,
    ],
  ] as const) {
    test(`${settings.slice(0, 40)} on ${threads} threads is refused by the field to lower`, async ({
      page,
    }) => {
      await page.goto(`./?backend=cpu&threads=${threads}&${settings}&still`);
      await expect(field(page, name)).toHaveAccessibleDescription(why);
      await parts(page).start.click();
      await expect(field(page, name)).toBeFocused();
      await expect(parts(page).status).not.toContainText('step');
    });
  }
}

test('a start that is refused before the form is there shows why once it is', async ({ page }) => {
  await page.route(/\/view-[^/]*\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await route.continue();
  });
  await page.goto('./?backend=cpu&threads=1&batchSize=4096&samples=100&still');
  await parts(page).start.click();
  await expect(field(page, 'Batch size')).toBeFocused();
});

test('a kind that is chosen before the form is there is that of the run', async ({ page }) => {
  await page.route(/\/view-[^/]*\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await route.continue();
  });
  await open(page, '?backend=cpu&threads=1&hiddenSizes=16');
  await kind(page).selectOption('Autoencoder');
  const { step, status } = parts(page);
  await step.click();
  await expect(status).toContainText('1 step,');
  await expect(field(page, 'Posterior')).toHaveValue('none');
  await expect(page.locator('#waiting')).not.toHaveClass(/pending/);
});

test('what is done before the page’s script is there is done when it is, in its order', async ({ page }) => {
  // The first model comes later still, and with it what the settings are checked by.
  for (const [file, seconds] of [
    [/\/page-[^/]*\.js$/, 3],
    [/\/models\/mnist-2d/, 6],
  ] as const)
    await page.route(file, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1000 * seconds));
      await route.continue();
    });
  await page.goto('./?backend=cpu&threads=1&hiddenSizes=16&still', { waitUntil: 'commit' });
  await kind(page).selectOption('Autoencoder');
  const { step, status } = parts(page);
  await step.click();
  await expect(status).toContainText('1 step,');
  await expect(kind(page)).toHaveValue('autoencoder');
  await expect(field(page, 'Posterior')).toHaveValue('none');
  await expect(page.locator('#waiting')).not.toHaveClass(/pending/);
});

test('a key that is pressed before the page’s script is there acts when it is', async ({ page }) => {
  await page.route(/\/page-[^/]*\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await route.continue();
  });
  await page.goto('./?backend=cpu&threads=1&hiddenSizes=16&still', { waitUntil: 'commit' });
  const { step, status } = parts(page);
  await expect(step).toBeVisible();
  await page.keyboard.press('s');
  await page.keyboard.press('w');
  await expect(page.getByRole('button', { name: 'Tour', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(status).toContainText('1 step,');
});

const kinds: Record<string, (page: Page) => Promise<unknown>> = {
  'a denoising VAE': (page) => kind(page).selectOption('Denoising VAE'),
  'a conditional VAE': (page) => kind(page).selectOption('Conditional VAE'),
  'an importance-weighted autoencoder': (page) => kind(page).selectOption('Importance-weighted autoencoder'),
  'an autoencoder': (page) => kind(page).selectOption('Autoencoder'),
  'a convolutional VAE': async (page) => {
    await field(page, 'Network').selectOption('Convolutional');
    await field(page, 'Channels').fill('2, 4');
  },
  'a Gaussian VAE': (page) => field(page, 'Likelihood').selectOption('Gaussian, σ per pixel'),
  'a VAE of binarised digits, by RMSProp': async (page) => {
    await field(page, 'Data view').selectOption('Binarised');
    await advanced(page);
    await field(page, 'Optimiser').selectOption('RMSProp');
  },
};

for (const [name, choose] of Object.entries(kinds)) {
  test(`trains ${name}`, async ({ page }) => {
    await open(page, '?backend=cpu&threads=1');
    const { step, status, training } = parts(page);
    await tiny(page);
    await choose(page);
    await step.click();
    await expect(status).toContainText('1 step,');
    await expect(page.locator('#curves')).toContainText(/train −?\d/);
    await expect(page.getByRole('alert')).toBeHidden();
    const view = name.includes('binarised') ? 'binarised' : 'greyscale';
    await expect(training).toContainText(`Nats an image; ${view} MNIST`);
  });
}

test('a model that WebGPU has no memory for is trained on the CPU, as it was said', async ({ page }) => {
  await open(page, '?backend=webgpu&threads=1&samples=100');
  const { step, status, backend, training } = parts(page);
  await tiny(page);
  await expect(backend).toContainText('the CPU. WebGPU trains models whose weights');
  await step.click();
  // The GPU is made ready first, in software.
  await expect(status).toContainText('1 step,', { timeout: 120_000 });
  await expect(backend).toContainText('CPU, 1 thread, SIMD');
  await expect(training).toContainText('in one piece that it promises. Training on the CPU instead.');
});

test('a schedule ends a run, and says so', async ({ page }) => {
  await open(page, '?backend=cpu&schedule=cosine&epochs=1&hiddenSizes=16&batchSize=4096');
  const { start, step, reset, status, training } = parts(page);
  await start.click();
  await expect(status).toContainText('Finished · Epoch 1', { timeout: 60_000 });
  await expect(training).toContainText('The schedule is over: the learning rate has reached 0.');
  await expect(start).toBeDisabled();
  await expect(step).toBeDisabled();
  await expect(reset).toBeFocused();
  await reset.click();
  await expect(start).toBeEnabled();
});

test('early stopping ends a run with its best model', async ({ page }) => {
  // Steps that are lost in rounding: no epoch is better than the first.
  await open(page, '?backend=cpu&patience=1&optimizer=sgd&learningRate=1e-12&hiddenSizes=4&batchSize=4096');
  const { start, status, training } = parts(page);
  await start.click();
  await expect(training).toContainText('Early stopping: the ELBO', { timeout: 120_000 });
  await expect(status).toContainText('Finished');
  await page.getByLabel('Importance samples').selectOption('1');
  await page.getByRole('button', { name: 'Evaluate', exact: true }).click();
  await expect(region(page, 'evaluation')).toContainText(/The best model of Run 1, of \d+ steps/);
});

test('a run that diverges stops with the last good model, and blames no device', async ({ page }) => {
  await open(page, '?backend=cpu&optimizer=sgd&learningRate=1&hiddenSizes=64&batchSize=100&threads=1');
  const { start, status, training, map, backend } = parts(page);
  await start.click();
  await expect(training).toContainText('Training diverged: the loss is no longer a number.', {
    timeout: 60_000,
  });
  await expect(status).not.toContainText('images/s');
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(backend).toContainText('CPU, 1 thread');
  await map.press('ArrowRight');
  await expect(parts(page).latent).toContainText('z₁ = 0.24');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 360, height: 800 } });

    test('the advanced settings are in nobody’s way', async ({ page }) => {
      await open(page);
      await page.getByText('Advanced', { exact: true }).press('Enter');
      await kind(page).selectOption('Autoencoder');
      await expect(field(page, 'Samples k')).toBeVisible();
      expect(await seriousViolations(page)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBe(360);
    });
  });
}
