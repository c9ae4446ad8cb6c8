import { drag, expect, inked, open, parts, picture, seriousViolations, test, three } from './page';

const WORDS = 'Of your drawing; z has moved.';

test('what is the input’s says so while z is elsewhere, in every panel, until it is encoded again', async ({
  page,
}) => {
  await open(page);
  const { input, latent, output, pad, map, status } = parts(page);
  await drag(page, pad, three);
  await expect(output.locator('#output-words')).toContainText('z = μ');
  await expect(page.getByText(WORDS).filter({ visible: true })).toHaveCount(0);

  await drag(page, map, [
    [0.5, 0.5],
    [0.2, 0.2],
  ]);
  await expect(input.locator('.seen')).toContainText(WORDS);
  await expect(page.locator('#encoder')).toContainText(WORDS);
  await expect(latent.locator('.key.mean')).toHaveText(WORDS);
  await expect(latent.locator('.slider-panel')).toContainText(WORDS);
  await expect(output.locator('.trio')).toContainText(WORDS);
  await expect(output.locator('#terms')).toContainText(WORDS);
  await output.getByText('Posterior samples').click();
  await expect(output.locator('#samples-section')).toContainText(WORDS);
  for (const name of ['pipeline', 'samples', 'terms', 'price', 'collapse']) {
    const figure = page.locator(`[data-figure=${name}]`);
    await figure.scrollIntoViewIfNeeded();
    await expect(figure).toContainText(WORDS);
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await seriousViolations(page, '.tool')).toEqual([]);
  }

  await output.getByRole('button', { name: 'Back to input' }).click();
  await expect(output.locator('#output-words')).toContainText('z = μ');
  await expect(page.getByText(WORDS).filter({ visible: true })).toHaveCount(0);
  await expect(page.locator('[data-away]')).toHaveCount(0);
  await expect(status).not.toContainText('images/s');
});

test('a corruption is seen on the pad where it is chosen, and drawing goes on', async ({ page }) => {
  await open(page);
  const { input, pad } = parts(page);
  const seen = input.locator('#pad-seen');
  await drag(page, pad, three);
  await expect(seen).toBeHidden();
  await input.getByLabel('Corruption', { exact: true }).selectOption({ label: 'missing pixels' });
  await expect(seen).toBeVisible();
  await expect.poll(() => inked(seen)).toBe(true);
  await expect(pad).toHaveAccessibleDescription(/The pad shows what the model sees/);
  const before = await picture(seen);
  await drag(page, pad, [
    [0.2, 0.5],
    [0.8, 0.5],
  ]);
  await expect.poll(() => picture(seen)).not.toBe(before);

  await input.getByLabel('Corruption', { exact: true }).selectOption({ label: 'none' });
  await expect(seen).toBeHidden();
  await expect.poll(() => inked(pad)).toBe(true);
});
