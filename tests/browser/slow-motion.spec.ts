import type { JSHandle, Locator, Page } from '@playwright/test';
import { drag, expect, open, parts, seriousViolations, settled, stepsMade, test, three } from './page';

const TINY = '?backend=cpu&threads=1&hiddenSizes=16&warmUpSteps=0&learningRate=0.01';

function walkParts(page: Page) {
  const dock = page.getByRole('region', { name: 'One step in slow motion' });
  return {
    dock,
    begin: parts(page).training.getByRole('button', { name: 'Slow motion' }),
    stage: dock.locator('[aria-current=step]'),
    next: dock.getByRole('button', { name: 'Next', exact: true }),
    previous: dock.getByRole('button', { name: 'Previous' }),
  };
}

/** How far the map has come from what it was, of 255: the last digit of a byte is chance. */
async function change(map: Locator, from: Bytes) {
  await settled(map);
  const now = await bytes(map);
  return now.evaluate(
    (now, from) => now.reduce((most, byte, index) => Math.max(most, Math.abs(byte - (from[index] ?? 0))), 0),
    from,
  );
}
/** They stay in the page: a million numbers are long on their way. */
type Bytes = JSHandle<Uint8ClampedArray>;
const bytes = (map: Locator): Promise<Bytes> =>
  map.evaluateHandle((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('The map is no canvas.');
    const { width, height } = canvas;
    return canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
  });

/** The loss of the batch before the step and after it. */
async function losses(dock: Locator) {
  const [, from, to] = /loss ([\d.]+) before the step, ([\d.]+) after/.exec(await dock.innerText()) ?? [];
  return [Number(from), Number(to)] as const;
}

test('a copy of the shipped model makes a step, from a drawing to the lower loss, and all comes back', async ({
  page,
}) => {
  await open(page, '?backend=cpu');
  const { map, latent, output, pad, status } = parts(page);
  const { begin, dock, stage, next, previous } = walkParts(page);
  await drag(page, pad, three);
  await drag(page, map, [
    [0.5, 0.5],
    [0.7, 0.3],
  ]);
  await settled(map);
  const before = await bytes(map);
  const place = await output.locator('#output-words').innerText();
  expect(place).not.toContain('μ');

  await begin.click();
  await expect(stage).toHaveText('Encode');
  await expect(status).toContainText('Shipped model');
  await expect(dock).toContainText('Step 1 of a copy of this model: your drawing and 63 training images');
  await expect(output.locator('#output-words')).toContainText('z = μ');
  await expect(dock.getByRole('img', { name: 'Images of the batch' }).locator('canvas')).toHaveCount(8);

  await next.click();
  await expect(stage).toHaveText('Sample');
  await expect(dock).toContainText(/μ = \(.*\), σ = \(.*\), z = \(.*\)/);
  await expect(latent).toContainText('batch: μ and 1 σ, then z');
  await expect(page.locator('.layer-batch .z')).toHaveCount(8);
  expect(await seriousViolations(page, '.tool')).toEqual([]);
  expect(await seriousViolations(page, '#walk')).toEqual([]);

  await page.keyboard.press('ArrowRight');
  await expect(stage).toHaveText('Decode');
  await expect(dock.getByRole('img')).toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(stage).toHaveText('Loss');
  await expect(dock).toContainText(/Reconstruction term [\d.]+ \+ β 1 × KL term [\d.]+/);
  // The copy is the model as long as it has made no step.
  expect(await change(map, before)).toBeLessThan(3);

  await next.click();
  await expect(stage).toHaveText('Update');
  const [from, to] = await losses(dock);
  expect(to).toBeLessThan(from);
  await expect(dock).toContainText('At learning rate 0.002');
  await expect(dock.getByRole('listitem').filter({ hasText: 'decoder.logits' })).toContainText('%');
  await expect.poll(() => change(map, before)).toBeGreaterThan(10);

  await dock.getByRole('button', { name: 'Next step' }).click();
  await expect(dock).toContainText('Step 2 of a copy of this model');
  await expect(previous).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(dock).toBeHidden();
  await expect(begin).toBeFocused();
  await expect(output.locator('#output-words')).toHaveText(place);
  expect(await change(map, before)).toBeLessThan(3);
  await expect(status).toContainText('Shipped model');
});

test('without an input it follows a test digit, which goes again with it', async ({ page }) => {
  await open(page, '?backend=cpu');
  const { input, output } = parts(page);
  const { begin, dock, stage } = walkParts(page);
  const place = await output.locator('#output-words').innerText();
  await begin.click();
  await expect(stage).toHaveText('Encode');
  await expect(dock).toContainText('the image taken and 63 training images');
  await expect(input).toContainText(/Test digit [\d,]+, a \d\./);
  await dock.getByRole('button', { name: 'Leave' }).click();
  await expect(input).toContainText('Nothing yet.');
  await expect(input.getByText('Draw here')).toBeVisible();
  await expect(output.locator('#output-words')).toHaveText(place);
});

test('a run waits for it where it is, it plays by itself, and the run goes on', async ({ page }) => {
  await open(page, TINY);
  const { start, status } = parts(page);
  const { begin, dock, stage } = walkParts(page);
  await start.click();
  await expect(status).toContainText('images/s');
  await begin.click();
  await expect(stage).toHaveText('Encode');
  await expect(status).toContainText('Paused');
  const steps = await stepsMade(page);
  await dock.getByRole('button', { name: 'Play' }).click();
  await expect(stage).toHaveText('Sample');
  await expect(stage).toHaveText('Decode');
  await dock.getByRole('button', { name: 'Pause' }).click();
  expect(await stepsMade(page)).toBe(steps);

  await dock.getByRole('button', { name: 'Leave' }).click();
  await expect(dock).toBeHidden();
  await expect(status).toContainText('images/s');
  await expect.poll(() => stepsMade(page)).toBeGreaterThan(steps);
});

test('who presses Start meanwhile leaves it', async ({ page }) => {
  await open(page, TINY);
  const { start, status } = parts(page);
  const { begin, dock, stage } = walkParts(page);
  await begin.click();
  await expect(stage).toHaveText('Encode');
  await start.click();
  await expect(dock).toBeHidden();
  await expect(status).toContainText('images/s');
});

test('an autoencoder that denoises draws nothing, and has a reconstruction term alone', async ({ page }) => {
  await open(page, `${TINY}&corruption=mask`);
  await page.getByLabel('Kind').selectOption({ label: 'Autoencoder' });
  const { step, status } = parts(page);
  const { begin, dock, stage, next } = walkParts(page);
  await step.click();
  await expect(status).toContainText('1 step, 64 images seen');
  await begin.click();
  await expect(stage).toHaveText('Encode');
  await next.click();
  await expect(dock).toContainText('An autoencoder draws nothing');
  await next.click();
  await next.click();
  await expect(dock).toContainText('loss is its reconstruction term');
  await dock.getByRole('button', { name: 'Leave' }).click();
  await expect(status).toContainText('1 step, 64 images seen');
});

test('on a phone the buttons keep their place from stage to stage', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, TINY);
  const { begin, stage } = walkParts(page);
  await begin.click();
  const next = page.locator('#walk-next');
  await expect(stage).toHaveText('Encode');
  const place = await next.boundingBox();
  for (const name of ['Sample', 'Decode', 'Loss', 'Update']) {
    await next.click();
    await expect(stage).toHaveText(name);
    expect(await next.boundingBox()).toEqual(place);
  }
});
