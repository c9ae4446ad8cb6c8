import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { stepsPerEpoch } from './data';
import { drag, expect, open, parts, picture, seriousViolations, settled, shows, test, three } from './page';

/** The steps of a run that stands still. */
async function steps(page: Page): Promise<number> {
  const text = await parts(page).status.innerText();
  return Number(/([\d,]+) steps?,/.exec(text)?.[1]?.replaceAll(',', ''));
}

/** The ELBO on the first test digits, as the status says it. */
async function testElbo(page: Page): Promise<number> {
  const text = await parts(page).status.innerText();
  return Number(/ELBO −([\d.]+) \(test/.exec(text)?.[1] ?? 'NaN') * -1;
}

/** The ELBO of the latest training batches. */
async function trainElbo(page: Page): Promise<number> {
  const figure = parts(page).training.getByRole('figure', { name: 'ELBO' });
  // Curves are drawn when they come near.
  await figure.scrollIntoViewIfNeeded();
  const text = await figure.innerText();
  return Number(/train −([\d.]+)/.exec(text)?.[1] ?? 'NaN') * -1;
}

test('trains from scratch until the ELBO is far better, while exploring and drawing go on', async ({
  page,
}) => {
  await open(page);
  const { step, start, pause, map, pad, status, backend, reconstruction, output } = parts(page);
  const shipped = await picture(map);
  await step.click();
  await expect.poll(() => trainElbo(page)).toBeLessThan(-400);
  await start.click();
  await expect(backend).toContainText('CPU');
  await expect.poll(() => picture(map)).not.toBe(shipped);
  await expect(status).toContainText(/Epoch \d+ · step [\d,]+ of [\d,]+/);
  await expect(status).toContainText(/images\/s/);

  const before = await picture(reconstruction);
  await drag(page, map, [
    [0.2, 0.2],
    [0.8, 0.7],
  ]);
  await expect.poll(() => picture(reconstruction)).not.toBe(before);
  await drag(page, pad, three);
  await expect(output).toContainText('KL term');

  await expect.poll(() => testElbo(page), { timeout: 120_000 }).toBeGreaterThan(-190);
  await pause.click();
});

test('pauses, goes on, and steps once', async ({ page }) => {
  await open(page);
  const { start, pause, step, status } = parts(page);
  await start.click();
  await expect(status).toContainText('images/s');
  await pause.click();
  await expect(status).toContainText('Paused');
  // The step that was under way ends, and its figures come.
  let paused = Number.NaN;
  const stands = async () => {
    const before = paused;
    paused = await steps(page);
    return paused === before;
  };
  await expect.poll(stands, { intervals: [500] }).toBe(true);
  await page.waitForTimeout(1000);
  expect(await steps(page)).toBe(paused);

  await step.click();
  await expect.poll(() => steps(page)).toBe(paused + 1);

  await start.click();
  await expect(status).toContainText('images/s');
  await pause.click();
  await expect.poll(() => steps(page)).toBeGreaterThan(paused + 1);
});

test('a single step starts a paused run, and reset brings the shipped model back', async ({ page }) => {
  await open(page);
  const { step, reset, map, status, backend } = parts(page);
  const shipped = await picture(map);
  await step.click();
  await expect.poll(() => steps(page)).toBe(1);
  await expect(status).toContainText('Paused · Epoch 1');
  await expect.poll(() => picture(map)).not.toBe(shipped);

  await reset.click();
  await expect.poll(() => shows(map, shipped)).toBe(true);
  await expect(status).toContainText('Shipped model');
  await expect(backend).toContainText('chosen when training starts');
});

test('five latent dimensions have five sliders, and the map shows two of them', async ({ page }) => {
  await open(page);
  const { step, sliders, slider, latent, map, reconstruction } = parts(page);
  await page.getByLabel('Latent size').fill('5');
  await page.getByLabel('Hidden sizes').fill('64, 32');
  await step.click();
  await expect(sliders).toHaveCount(5);

  const plane = await picture(map);
  await latent.getByLabel('Across').selectOption({ label: 'z₄' });
  await latent.getByLabel('Up').selectOption({ label: 'z₅' });
  await expect.poll(() => picture(map)).not.toBe(plane);
  await drag(page, map, [
    [0.5, 0.5],
    [0.75, 0.25],
  ]);
  await expect.poll(async () => Number(await slider(4).inputValue())).toBeCloseTo(1.5, 1);
  await expect.poll(async () => Number(await slider(5).inputValue())).toBeCloseTo(1.5, 1);
  const digit = await picture(reconstruction);
  await slider(3).fill('3');
  await expect.poll(() => picture(reconstruction)).not.toBe(digit);
});

test('one latent dimension has a strip', async ({ page }) => {
  await open(page);
  const { step, sliders, slider, map } = parts(page);
  await page.getByLabel('Latent size').fill('1');
  await page.getByLabel('Hidden sizes').fill('16');
  await step.click();
  await expect(sliders).toHaveCount(1);
  await drag(page, map, [
    [0.5, 0.5],
    [0.75, 0.5],
  ]);
  await expect.poll(async () => Number(await slider(1).inputValue())).toBeCloseTo(1.5, 1);
});

test('a wrong setting is refused at its field', async ({ page }) => {
  await open(page);
  const { start, training } = parts(page);
  const field = page.getByLabel('Latent size');
  await field.fill('0');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(training).toContainText('expected a whole number from 1 to 512, got 0');
  await start.click();
  await expect(field).toBeFocused();
  await expect(start).toBeEnabled();

  await field.fill('2');
  await expect(field).toHaveAttribute('aria-invalid', 'false');
});

test('beta applies at once, other settings wait for a reset', async ({ page }) => {
  await open(page);
  const { start, pause, status, training } = parts(page);
  await page.getByLabel('Hidden sizes').fill('64');
  await start.click();
  await expect(status).toContainText('images/s');
  await page.getByLabel('Beta').fill('200');
  await page.getByLabel('Seed', { exact: true }).fill('9');
  await expect(training).toContainText('Waiting for a reset: seed.');
  const kl = parts(page).training.getByRole('figure', { name: 'KL term' });
  await expect(kl).toContainText(/train 0\.\d/);
  await pause.click();
});

test('the address sets the backend and the seed, and a seed makes a run', async ({ page }) => {
  const elboAfterOneStep = async (query: string) => {
    await open(page, query);
    await page.getByLabel('Hidden sizes').fill('32');
    await parts(page).step.click();
    await expect.poll(() => steps(page)).toBe(1);
    return trainElbo(page);
  };
  const first = await elboAfterOneStep('?backend=cpu&seed=7');
  await expect(page.getByLabel('Seed', { exact: true })).toHaveValue('7');
  await expect(parts(page).choice).toHaveValue('cpu');
  expect(await elboAfterOneStep('?backend=cpu&seed=7')).toBe(first);
  expect(await elboAfterOneStep('?backend=cpu&seed=8')).not.toBe(first);
});

const STOPS_BATCH = 4000;
const LAST_STEP = `step ${stepsPerEpoch(STOPS_BATCH)} of ${stepsPerEpoch(STOPS_BATCH)}`;

/** A run whose epochs take less than a second, and the fields of where it stops. */
async function openForStops(page: Page) {
  await open(page);
  const { training } = parts(page);
  await page.getByLabel('Hidden sizes').fill('16');
  await page.getByLabel('Batch size').fill(`${STOPS_BATCH}`);
  await training.getByText('Stop by itself: never').click();
  return {
    epochs: training.getByLabel('Epochs', { exact: true }),
    elbo: training.getByLabel('Test ELBO, nats'),
  };
}

test('stops by itself where it is told to, and goes on without that', async ({ page }) => {
  const { epochs, elbo } = await openForStops(page);
  const { start, status, training } = parts(page);
  await epochs.fill('0');
  await expect(training).toContainText('Epochs: expected a number above 0.');
  await epochs.fill('1');
  await elbo.fill('−10');
  await elbo.press('Enter');
  await expect(training).toContainText('Stop by itself: after 1 epoch, or at −10 nats');
  await start.click();
  await expect(training).toContainText('Stopped by itself: the epochs asked for are done.');
  await expect(status).toContainText(`Finished · Epoch 1 · ${LAST_STEP}`);
  await expect(page).toHaveTitle(/^✓ Finished/);
  await expect(start).toBeEnabled();

  await start.click();
  // Small data sets have short epochs: the second may be over.
  await expect(status).toContainText(/Epoch ([2-9]|\d\d)/);
  await expect(epochs).toHaveValue('');
  await expect(training).toContainText('Stop by itself: at −10 nats');
  await elbo.fill('-600');
  await elbo.press('Enter');
  await expect(training).toContainText('Stopped by itself: the test ELBO asked for is reached.');
});

test('where a run stops is typed digit by digit, and counts when it is typed', async ({ page }) => {
  const { epochs } = await openForStops(page);
  const { start, status, training } = parts(page);
  const epoch = async () => Number(/Epoch (\d+)/.exec(await status.innerText())?.[1]);
  await start.click();
  await expect.poll(epoch).toBeGreaterThan(1);
  await epochs.pressSequentially('1000');
  const typed = await epoch();
  await expect.poll(epoch).toBeGreaterThan(typed);
  await expect(training).toContainText('Stop by itself: never');
  await epochs.press('Enter');
  await expect(training).toContainText('Stop by itself: after 1000 epochs');

  // What it is told to stop at stays while it is being edited, even into nonsense.
  await epochs.pressSequentially('x');
  await expect(training).toContainText('Epochs: expected a number above 0.');
  await page.locator('#language').click();
  await expect(page.locator('#stop-epochs-error')).toHaveText('轮数：应为大于 0 的数。');
  await page.locator('#language').click();
  await expect(training).toContainText('Stop by itself: after 1000 epochs');

  await epochs.fill('');
  await epochs.pressSequentially('1');
  await epochs.press('Enter');
  await expect(training).toContainText('Stopped by itself: the epochs asked for are done.');
  // Another limit, and Start without Enter.
  await epochs.fill('');
  await epochs.pressSequentially(`${(await epoch()) + 1}`);
  await start.click();
  await expect(status).toContainText(`Finished · Epoch ${await epochs.inputValue()} · ${LAST_STEP}`);
});

test('the curves zoom, smooth, and have logarithmic axes', async ({ page }) => {
  await open(page);
  const { start, pause, training } = parts(page);
  await page.getByLabel('Hidden sizes').fill('32');
  await start.click();
  const elbo = parts(page).training.getByRole('figure', { name: 'ELBO' });
  await expect(elbo).toContainText('test −');
  await pause.click();

  const chart = training.getByRole('application', { name: 'ELBO, curves' });
  const shown = () => picture(chart.locator('canvas'));
  await expect(parts(page).status).toContainText('Paused');
  const plain = await settled(chart.locator('canvas'));
  await drag(page, chart, [
    [0.4, 0.4],
    [0.7, 0.4],
  ]);
  const reset = training.getByRole('button', { name: 'Zoom out' });
  await expect(reset).toBeEnabled();
  await expect(training).toContainText(/[\d,]+ to [\d,]+ images/);
  await expect.poll(shown).not.toBe(plain);
  await chart.press('Home');
  await expect(reset).toBeDisabled();
  await chart.press('+');
  await expect(reset).toBeEnabled();
  await reset.click();
  await page.mouse.move(0, 0);
  await expect.poll(shown).toBe(plain);

  await training.getByLabel('Smoothing').fill('0.9');
  await expect.poll(shown).not.toBe(plain);
  await training.getByRole('checkbox', { name: 'up' }).check();
  await expect(elbo).toContainText('−ELBO');
  await training.getByLabel('Along').selectOption('Epochs');
  await training.getByLabel('Show').selectOption('ELBO');
  await expect(parts(page).training.getByRole('figure', { name: 'KL term' })).toBeHidden();
  expect(await seriousViolations(page, '.training')).toEqual([]);
});

test('the curves can be read as a table, and downloaded', async ({ page }) => {
  await open(page);
  const { start, pause, training } = parts(page);
  await page.getByLabel('Hidden sizes').fill('32');
  await start.click();
  await expect(parts(page).training.getByRole('figure', { name: 'ELBO' })).toContainText('test −');
  await pause.click();
  await training.getByText('As a table').click();
  const rows = training.getByRole('table').getByRole('row');
  await expect(rows.nth(2)).toContainText('6,400');

  const coming = page.waitForEvent('download');
  await training.getByRole('button', { name: 'Download as CSV' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('curves.csv');
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv.split('\r\n')[0]).toBe('\ufeffrun,split,images,steps,epochs,seconds,reconstruction,kl,elbo');
  expect(csv).toMatch(/\r\nRun 1,test,6400,100,/);
});
