// Runs that are kept when they are reset: compared, shown again, trained on.

import type { Page } from '@playwright/test';
import { expect, inked, open, parts, picture, region, seriousViolations, settled, shows, test } from './page';
import { useTinyData } from './tiny-data';

const runs = (page: Page) => region(page, 'runs');
const row = (page: Page, name: string) =>
  runs(page)
    .getByRole('row')
    .filter({ has: page.getByRole('textbox', { name: `Name of ${name}` }) });

/** Trains a small model for a few steps. */
async function train(page: Page, steps = 2) {
  for (let step = 1; step <= steps; step++) {
    await parts(page).step.click();
    await expect(parts(page).status).toContainText(`${step} ${step === 1 ? 'step' : 'steps'},`);
  }
}

test('a run that is reset is kept: the curves, the name, the model', async ({ page }) => {
  await open(page);
  const { reset, map, training, status } = parts(page);
  await page.getByLabel('Hidden sizes').fill('16');
  await expect(runs(page)).toBeHidden();
  await train(page);
  await expect.poll(() => status.innerText()).toContain('2 steps');
  const mine = await settled(map);
  await reset.click();
  await expect(row(page, 'Run 1')).toContainText('2');
  await expect.poll(() => picture(map)).not.toBe(mine);
  const curves = training.getByRole('application', { name: 'ELBO, curves' }).locator('canvas');
  const before = await picture(curves);
  await runs(page).getByRole('checkbox', { name: 'Show the curves of Run 1' }).uncheck();
  await expect(curves).toBeHidden();
  await runs(page).getByRole('checkbox', { name: 'Show the curves of Run 1' }).check();
  await expect.poll(() => picture(curves)).toBe(before);

  await runs(page).getByRole('button', { name: 'Show the model of Run 1' }).click();
  await expect.poll(() => shows(map, mine)).toBe(true);
  await runs(page).getByRole('textbox', { name: 'Name of Run 1' }).fill('Small');
  await page.keyboard.press('Tab');
  await expect(row(page, 'Small')).toBeVisible();
  expect(await seriousViolations(page, '#runs')).toEqual([]);

  await runs(page).getByRole('button', { name: 'Delete Small' }).press('Enter');
  await expect(runs(page)).toBeHidden();
  await expect(page.getByText('Small is deleted.')).toBeVisible();
  // The panel went with the focus.
  await expect(page.getByRole('button', { name: 'Undo: Small is deleted.' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(row(page, 'Small')).toBeVisible();
  await runs(page).getByRole('button', { name: 'Delete Small' }).click();
  await page.keyboard.press('Control+z');
  await expect(row(page, 'Small')).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);
  await runs(page).getByRole('button', { name: 'Show the model of Small' }).click();
  await expect.poll(() => shows(map, mine)).toBe(true);

  await runs(page).getByRole('button', { name: 'Delete Small' }).click();
  await expect(runs(page)).toBeHidden();
  await expect.poll(() => picture(map)).not.toBe(mine);
  await expect(status).toContainText('Shipped model');
});

test('two runs say what sets them apart, and one is trained on: the curves go on', async ({ page }) => {
  await open(page);
  const { reset, status, slider } = parts(page);
  await page.getByLabel('Hidden sizes').fill('16');
  await train(page);
  await reset.click();
  await page.getByLabel('Latent size').fill('3');
  await train(page, 1);
  await expect(row(page, 'Run 1')).toContainText('Latent size 2');
  await expect(row(page, 'Run 2')).toContainText('Latent size 3');
  await expect(row(page, 'Run 2')).toContainText('present run');

  await runs(page).getByText('Maps side by side').click();
  const [left, right] = [runs(page).getByLabel('Map of Run 1'), runs(page).getByLabel('Map of The model')];
  await expect.poll(() => inked(left)).toBe(true);
  await expect.poll(() => inked(right)).toBe(true);
  expect(await picture(left)).not.toBe(await picture(right));
  // z is a point of the shown model's space, of three dimensions: the other has none to mark.
  const [other, shown] = [await settled(left), await settled(right)];
  await slider(1).fill('2');
  await expect(right).toHaveAccessibleName(/z = \(2\.00/);
  await expect.poll(() => picture(right)).not.toBe(shown);
  expect(await picture(left)).toBe(other);
  await expect(left).toHaveAccessibleName('Map of Run 1');

  await runs(page).getByRole('button', { name: 'Train Run 1 further' }).click();
  await expect(status).toContainText('images/s');
  await parts(page).pause.click();
  await expect(row(page, 'Run 1')).toContainText('present run');
  await expect(row(page, 'Run 2')).toContainText('Latent size 3');
  await expect(slider(3)).toHaveCount(0);
});

test('a run is listed with what it trained with, not with what was typed after it', async ({ page }) => {
  await open(page);
  const { reset, status } = parts(page);
  const beta = page.getByLabel(/^Beta at once/);
  await page.getByLabel('Hidden sizes').fill('16');
  await train(page);
  await beta.fill('0');
  await reset.click();
  // What is typed is the next run's.
  await expect(beta).toHaveValue('0');
  await train(page, 1);
  await expect(row(page, 'Run 1')).toContainText('Beta 1');
  await expect(row(page, 'Run 2')).toContainText('Beta 0');

  // A change with which steps were made is kept with its step.
  await beta.fill('4');
  await expect(row(page, 'Run 2')).toContainText('Beta 0');
  await parts(page).step.click();
  await expect(status).toContainText('2 steps,');
  await expect(row(page, 'Run 2')).toContainText('Beta 0 to 4 at step 1');
  await beta.fill('2');
  await reset.click();
  await expect(row(page, 'Run 2')).toContainText('Beta 0 to 4 at step 1');
  await runs(page).getByRole('button', { name: 'Train Run 2 further' }).click();
  await expect(status).toContainText('images/s');
  await parts(page).pause.click();
  await expect(beta).toHaveValue('4');
  await expect(row(page, 'Run 2')).toContainText('Beta 0 to 4 at step 1');
});

test('a model is trained like a shipped one, and only then compared with it', async ({ page }) => {
  await useTinyData(page);
  await open(page, '?backend=cpu&beta=3');
  const { start, pause, reset, training } = parts(page);
  const scope = training.locator('#curves-scope');
  await page.getByLabel('Hidden sizes').fill('16');
  await train(page, 1);
  await expect(scope).toContainText(
    'Not to be compared with the shipped 2-D and its NLL of 130.9: greyscale against binarised.',
  );
  await page.getByLabel('Model', { exact: true }).selectOption('2-D');
  await page.getByRole('button', { name: 'Train one like this' }).click();
  await expect(page.getByText('The settings are those that 2-D was trained with, 300 epochs')).toBeVisible();
  await expect(page.getByLabel('Data view')).toHaveValue('binarised');
  await expect(page.getByLabel('Hidden sizes')).toHaveValue('256,128');
  // The run that went on is kept, with the beta that it had.
  await runs(page).scrollIntoViewIfNeeded();
  await expect(row(page, 'Run 1')).toContainText('1');
  await page.getByRole('button', { name: /^Undo: The settings are/ }).click();
  await expect(page.getByLabel('Hidden sizes')).toHaveValue('16');
  await expect(page.getByLabel(/^Beta at once/)).toHaveValue('3');
  await page.getByRole('button', { name: 'Train one like this' }).click();
  await expect(page.getByLabel('Hidden sizes')).toHaveValue('256,128');
  await start.click();
  await expect(scope).toContainText('To compare with: the shipped 2-D, test ELBO −133.5');
  await expect(parts(page).status).toContainText('Epoch 1');
  await pause.click();
  await expect(runs(page)).toContainText('Run 1 does not compare with Run 2: greyscale against binarised.');
  await expect(training.locator('#curves-mixed')).toContainText('Run 1 does not compare with Run 2');
  await expect(row(page, 'Run 1')).toContainText('Beta 3');
  await reset.click();
  await expect(row(page, 'Run 2')).toContainText('Beta 1');
  await runs(page).getByText('Maps side by side').click();
  await expect(runs(page).getByLabel('Left').locator('option').nth(1)).toContainText(/Run 1 · .*Beta 3/);
});
