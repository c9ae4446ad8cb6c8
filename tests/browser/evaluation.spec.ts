// The evaluation panel: figures of the model that is shown, while all else goes on.

import type { Page } from '@playwright/test';
import { drag, expect, open, parts, picture, region, seriousViolations, test } from './page';
import { offer } from './tiny-model';

function panel(page: Page) {
  const root = region(page, 'evaluation');
  return {
    root,
    digits: root.getByLabel('Test digits'),
    samples: root.getByLabel('Importance samples'),
    evaluate: root.getByRole('button', { name: 'Evaluate', exact: true }),
    stop: root.getByRole('button', { name: 'Stop' }),
    copy: root.getByRole('button', { name: 'Copy as text' }),
    rows: root.getByRole('row'),
  };
}

/** A figure of the list, in nats. */
async function figure(page: Page, name: string) {
  const text = await page.locator('#evaluation-terms').innerText();
  const value = new RegExp(`${name}[^\\n]*\\n\\s*(−?[\\d.]+)`).exec(text)?.[1];
  return Number(value?.replace('−', '-'));
}

test('says what the shipped model is worth, and of which data', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  const { root, samples, evaluate, rows, copy } = panel(page);
  await samples.selectOption('1');
  await evaluate.click();
  await expect(root).toContainText('Shipped model “2-D”');
  await expect(root).toContainText('first 100 test digits, binarised MNIST, Bernoulli');
  const [elbo, reconstruction, kl] = [
    await figure(page, 'ELBO'),
    await figure(page, 'Reconstruction'),
    await figure(page, 'KL'),
  ];
  expect(elbo).toBeGreaterThan(-160);
  expect(elbo).toBeLessThan(-110);
  expect(reconstruction + kl).toBeCloseTo(-elbo, 0);
  await expect(root).toContainText('2 of 2');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toContainText(/z₁\s*\d\.\d\d/);

  await copy.click();
  await expect(root).toContainText('Copied');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain(`ELBO: ${String(elbo.toFixed(1)).replace('-', '−')}`);
});

test('more importance samples make the bound tighter', async ({ page }) => {
  await open(page);
  const { root, samples, evaluate } = panel(page);
  const nll = async (choice: string) => {
    await samples.selectOption(choice);
    await evaluate.click();
    await expect(root).toContainText(new RegExp(`NLL, ${choice} importance samples?`), { timeout: 60_000 });
    return figure(page, 'NLL');
  };
  const one = await nll('1');
  expect(await nll('50')).toBeLessThan(one);
});

test('exploring goes on meanwhile, and Stop keeps what there is', async ({ page }) => {
  await open(page);
  const { root, digits, samples, evaluate, stop } = panel(page);
  const { map, reconstruction } = parts(page);
  await digits.selectOption('1000');
  await samples.selectOption('5000');
  await expect(evaluate).toBeEnabled();
  await evaluate.focus();
  await page.keyboard.press('Enter');
  await expect(stop).toBeFocused();
  await expect(root).toContainText(/[1-9]\d* of 1,000 digits · .+ left/, { timeout: 60_000 });
  const before = await picture(reconstruction);
  await drag(page, map, [
    [0.5, 0.5],
    [0.9, 0.9],
  ]);
  await expect.poll(() => picture(reconstruction)).not.toBe(before);
  await stop.click();
  await expect(root).toContainText(/first \d+ test digits?, binarised/, { timeout: 60_000 });
  await expect(evaluate).toBeEnabled();
});

test('a run’s figures say their step, and go stale when it goes on', async ({ page }) => {
  await open(page, '?backend=cpu&hiddenSizes=16');
  const { root, samples, evaluate } = panel(page);
  const { step, status } = parts(page);
  await step.click();
  await expect(status).toContainText('1 step,');
  await samples.selectOption('1');
  await evaluate.click();
  await expect(root).toContainText('Run 1 at step 1');
  await expect(root).not.toContainText('Out of date');
  await step.click();
  await expect(root).toContainText('Out of date: another model is shown now.');
});

test('an autoencoder has no bound to show', async ({ page }) => {
  await offer(page, { autoencoder: { deterministic: true } });
  await open(page);
  await page.getByRole('combobox', { name: 'Model' }).selectOption('autoencoder.bin');
  await expect(page.locator('#model-words')).toContainText('utoencoder 784–8–2');
  const { root, samples, evaluate } = panel(page);
  await samples.selectOption('1');
  await evaluate.click();
  await expect(root).toContainText('Shipped model “2-D”');
  await expect(root).toContainText('Reconstruction term');
  await expect(page.locator('#evaluation-terms')).not.toContainText(/NLL|ELBO|KL/);
  await expect(root.getByRole('columnheader', { name: /KL/ })).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 360, height: 800 } });

    test('its figures are in nobody’s way', async ({ page }) => {
      await open(page);
      const { root, samples, evaluate } = panel(page);
      await samples.selectOption('1');
      await evaluate.click();
      await expect(root).toContainText('Shipped model “2-D”');
      await page.getByRole('combobox', { name: 'Test digits' }).focus();
      expect(await seriousViolations(page)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBe(360);
    });
  });
}
