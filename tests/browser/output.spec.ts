import { drag, expect, inked, open, openAtOrigin, parts, picture, test, three } from './page';

test('posterior samples are drawn from the input’s posterior, again on request', async ({ page }) => {
  await open(page);
  const { input, pad, output, reconstruction } = parts(page);
  const tile = (number: number) =>
    output.getByRole('button', { name: `Posterior sample ${number}`, exact: true });
  const sample = (number: number) => tile(number).locator('canvas');
  await output.getByText('Posterior samples').click();
  await expect(output).toContainText('With an input, samples');
  await drag(page, pad, three);
  await expect.poll(() => inked(sample(1))).toBe(true);
  const [first, second] = [await picture(sample(1)), await picture(sample(2))];
  expect(second).not.toBe(first);
  await expect.poll(() => inked(output.getByRole('img', { name: 'Mean of the samples' }))).toBe(true);
  await expect.poll(() => inked(output.getByRole('img', { name: 'Standard deviation' }))).toBe(true);
  await expect(output).toContainText(/Mean standard deviation of a pixel: \d+\.\d %/);

  await output.getByRole('button', { name: 'Draw again' }).click();
  await expect.poll(() => picture(sample(1))).not.toBe(first);
  await expect(output).toContainText('From z = μ');
  const decoded = await picture(reconstruction);
  await tile(1).click();
  await expect(output).not.toContainText('From z = μ');
  await expect.poll(() => picture(reconstruction)).not.toBe(decoded);
  await input.getByRole('button', { name: 'Clear' }).click();
  await expect(tile(1)).toBeHidden();
});

test('the nearest training digits come when asked for, follow z, and can be taken', async ({ page }) => {
  await open(page);
  const { input, output, pad, slider } = parts(page);
  const tiles = output.getByRole('button', { name: /^A \d at distance/ });
  await output.getByText('Nearest training digits').click();
  await output.getByRole('button', { name: 'Find them' }).click();
  await expect(tiles).toHaveCount(8, { timeout: 60_000 });
  const names = () => tiles.evaluateAll((all) => all.map((tile) => tile.getAttribute('aria-label')));
  const distances = (await names()).map((name) => Number(name?.split(' ').at(-1)));
  expect(distances).toEqual([...distances].sort((a, b) => a - b));
  expect(distances.at(-1)).toBeLessThan(0.5);

  const atOrigin = await names();
  await slider(1).fill('2');
  await expect.poll(names).not.toEqual(atOrigin);
  const label = (await tiles.first().getAttribute('aria-label'))?.[2];
  await tiles.first().click();
  await expect(input).toContainText(new RegExp(`Training digit [\\d,]+, a ${label}\\.`));
  await expect.poll(() => inked(pad)).toBe(true);
  // It is the nearest to itself.
  await expect(tiles.first()).toHaveAccessibleName(`A ${label} at distance 0.00`);
});

test('a digit’s ELBO is told in nats and bits, and where it lies among the test digits', async ({ page }) => {
  await open(page);
  const { input, output, pad } = parts(page);
  const number = input.getByRole('spinbutton', { name: 'Number of the test digit' });
  await number.fill('0');
  await number.press('Enter');
  await output.getByText('In bits').click();
  await expect(output).toContainText(/Bits a pixel0\.\d{3}/);
  const elbo = Number((await output.locator('.elbo dd').innerText()).replace('−', '-'));
  const bits = Number(await output.locator('.bits dd').innerText());
  // The ELBO is rounded to tenths: the bits are those of some ELBO that reads so.
  const bitsOf = (nats: number) => Number((-nats / Math.LN2 / 784).toFixed(3));
  expect(bits).toBeGreaterThanOrEqual(bitsOf(elbo + 0.05));
  expect(bits).toBeLessThanOrEqual(bitsOf(elbo - 0.05));

  await output.getByRole('button', { name: 'Is it usual?' }).click();
  await expect(output).toContainText(/above that of \d+\.\d % of the test digits: usual/);
  // A cross over the whole pad is no digit.
  await drag(page, pad, [
    [0.1, 0.1],
    [0.9, 0.9],
    [0.9, 0.1],
    [0.1, 0.9],
    [0.5, 0.05],
    [0.5, 0.95],
  ]);
  await expect(output).toContainText('an anomaly to this model');
});

test('the pictures say what they show', async ({ page }) => {
  await openAtOrigin(page);
  const { input, latent, output, reconstruction, seen, slider } = parts(page);
  const strip = latent.getByRole('img', {
    name: /^Digits along latent dimension 1, .* ends [1-9]\d* of 255$/,
  });
  const end = page.getByRole('group', { name: 'A', exact: true }).getByRole('img');
  await slider(1).fill('2');
  await expect(reconstruction).toHaveAccessibleName('Reconstruction: From z = (2.00, 0.00).');
  await expect(strip).toBeVisible();
  await expect(end).toHaveAccessibleName('Decoded there: (−1.78, −0.77)');
  await expect(seen).toBeHidden();
  const number = input.getByRole('spinbutton', { name: 'Number of the test digit' });
  await number.fill('5');
  await number.press('Enter');
  await expect(seen).toHaveAccessibleName(/^What the model sees Test digit 5, a \d\.$/);
  const trio = output.locator('.trio').getByRole('img');
  await expect(trio.nth(0)).toHaveAccessibleName(/^Input as seen: Test digit 5, a \d\.$/);
  await expect(trio.nth(1)).toHaveAccessibleName(/^Reconstruction from z = μ = \(.+\)$/);
  await expect(trio.nth(2)).toHaveAccessibleName(/^Difference: mean [1-9]\d* of 255$/);
});

test('nothing of the output moves when an input comes', async ({ page }) => {
  await open(page);
  const { output, pad } = parts(page);
  const places = () =>
    output
      .locator('summary, .trio, dl')
      .evaluateAll((all) => all.map((element) => element.getBoundingClientRect().y));
  await pad.scrollIntoViewIfNeeded();
  const before = await places();
  await drag(page, pad, three);
  await expect(output).toContainText(/ELBO−\d/);
  expect(await places()).toEqual(before);
});
