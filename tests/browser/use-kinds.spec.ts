// Every use with every kind of model and data: it comes to its end, or says in words why not.

import type { Page } from '@playwright/test';
import type { ModelConfig } from '../../www/engine/protocol';
import { offerColours } from './colour-data';
import { zipOfBars } from './own-files';
import { expect, open, parts, region, test } from './page';
import { useTinyData } from './tiny-data';
import { offer } from './tiny-model';

const MINUTES = 120_000;

interface Said {
  anomaly: RegExp;
  sort: RegExp;
  repair: RegExp;
  generate: RegExp;
  compress: RegExp;
}

const USUAL: Said = {
  anomaly: /nlike the training images|s usual as|too few training images/,
  sort: /% sure by the 5 nearest codes/,
  repair: /Squared error .* nats\.$/,
  generate: /^32 samples\.$/,
  compress: /^(All )?\d+ images.* came back (exactly as they were|by z in steps)/,
};

/** Unfolds each use, and waits for what it says in the end. */
async function putToUse(page: Page, given: Partial<Said> = {}) {
  const said = { ...USUAL, ...given };
  const within = { timeout: MINUTES };
  const unfold = async (use: string) => {
    const panel = page.locator(`#use-${use}`);
    await panel.locator('summary').first().click();
    return panel;
  };
  await unfold('denoise');
  await expect(page.locator('#denoise-words')).toContainText('PSNR and SSIM', within);
  await (await unfold('repair')).getByRole('button', { name: 'Lower half' }).click();
  await expect(page.locator('#repair-words')).toHaveText(said.repair, within);
  await unfold('enlarge');
  await expect(page.locator('#enlarge-words')).toContainText('PSNR and SSIM', within);
  const compress = await unfold('compress');
  const packings = compress.locator('#compress-packing');
  const last = await packings.locator('option').last().getAttribute('value');
  for (const packing of new Set([await packings.inputValue(), last])) {
    await packings.selectOption(packing);
    await compress.getByRole('button', { name: 'Compress' }).click();
    await expect(page.locator('#compress-words')).toHaveText(said.compress, within);
  }
  await unfold('generate');
  await expect(page.locator('#generate-words')).toHaveText(said.generate, within);
  await unfold('reduce');
  await expect(page.locator('#reduce-words')).toHaveText(/test images; PCA|from 36 test images/, within);
  await unfold('anomaly');
  await expect(page.locator('#anomaly-words')).toHaveText(said.anomaly, within);
  await unfold('sort');
  await expect(page.locator('#sort-words')).toHaveText(said.sort, within);
  await expect(page.getByRole('alert')).toBeHidden();
}

const KINDS: Record<string, [Partial<ModelConfig>, Partial<Said>]> = {
  'a Gaussian of each pixel': [{ likelihood: { kind: 'gaussianPixel' }, latentSize: 3 }, {}],
  'a mixture as prior': [{ prior: { kind: 'mixture', components: 3 } }, {}],
  'a second layer of latents': [{ lowerSize: 4 }, {}],
  'classes told': [{ conditional: true }, { sort: /by the likelihood under each class/ }],
  'no posterior': [
    { deterministic: true },
    {
      anomaly: /An autoencoder has no likelihood/,
      repair: /An autoencoder has no posterior: there is nothing to draw from\.$/,
      generate: /^32 samples\. An autoencoder has learnt no prior/,
    },
  ],
};

test.describe.configure({ timeout: 4 * MINUTES });

for (const [kind, [config, said]] of Object.entries(KINDS)) {
  test(`every use suits a model of ${kind}`, async ({ page }) => {
    await useTinyData(page);
    await offer(page, { tiny: config });
    await open(page);
    await page.getByRole('combobox', { name: 'Model' }).selectOption('tiny.bin');
    await expect(page.locator('#model-words')).toContainText('784–8–');
    await page.locator('#test-sample').click();
    await putToUse(page, said);
  });
}

test('every use suits a model in colour, of which a pixel has three levels', async ({ page }) => {
  await offerColours(page);
  await open(page, '?backend=cpu&model=colours');
  await expect(page.locator('#data-source')).toContainText('60 training and 9 test images');
  await page.locator('#test-sample').click();
  await putToUse(page);
  await expect(page.locator('#compress-words')).toHaveText(/^9 images came back by z in steps/);
  await page.locator('#use-compress > summary').click();
  const bare = page.locator('#compress-sizes').getByRole('row', { name: 'as they are' });
  await expect(bare.getByRole('cell').last()).toHaveText('24.000');
});

for (const colour of [[220], [220, 90, 20]]) {
  const channels = colour.length;
  test(`every use suits data of one’s own, of ${channels === 1 ? 'grey levels' : 'three colours'}`, async ({
    page,
  }) => {
    await open(page);
    const own = region(page, 'own-data');
    await own.scrollIntoViewIfNeeded();
    await own.getByText('How they are read').click();
    await own.getByRole('combobox', { name: 'Colour' }).selectOption(String(channels));
    const files = { name: 'bars.zip', mimeType: '', buffer: zipOfBars(40, colour) };
    await own.getByLabel('Choose files…').setInputFiles(files);
    await own.getByRole('button', { name: 'Use this data' }).click();
    await page.getByLabel('Hidden sizes').fill('8');
    await parts(page).step.click();
    await expect(parts(page).status).toContainText('1 step,');
    await page.locator('#test-sample').click();
    await putToUse(page);
  });
}

test('an empty drawing is asked for in each use that needs one', async ({ page }) => {
  await open(page);
  for (const use of ['denoise', 'repair', 'enlarge', 'anomaly', 'sort']) {
    await page.locator(`#use-${use} > summary`).click();
    await expect(page.locator(`#${use}-words`)).toContainText(/Draw a picture above/, { timeout: MINUTES });
  }
  await page.locator('#use-generate > summary').click();
  await page.getByLabel('Drawn from').selectOption('near');
  await expect(page.locator('#generate-words')).toContainText('Draw a picture above');
});
