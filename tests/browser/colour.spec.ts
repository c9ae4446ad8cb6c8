// A model of images in colour: what is painted, drawn and saved is in colour.

import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { offerColours } from './colour-data';
import { drag, drawn, expect, open, parts, seriousViolations, test, value } from './page';

type Rgb = [red: number, green: number, blue: number];

/** The pixel at a place of a canvas, from 0 to 1 on both sides. */
const pixel = (canvas: Locator, x: number, y: number): Promise<Rgb> =>
  canvas.evaluate(
    (element: HTMLCanvasElement, [x, y]) => {
      const context = element.getContext('2d');
      const at = [Math.floor(x * element.width), Math.floor(y * element.height)] as const;
      return [...(context?.getImageData(...at, 1, 1).data ?? [])].slice(0, 3) as Rgb;
    },
    [x, y] as const,
  );

/** Whether red, green or blue is the strongest, by far. */
function strongest(rgb: Rgb): string {
  const order = rgb.map((part, index) => [part, ['red', 'green', 'blue'][index]] as const);
  const [[most, name], [next]] = order.toSorted(([one], [other]) => other - one) as [
    [number, string],
    [number, string],
  ];
  return most > next + 40 ? name : rgb.join();
}

test('of a model in colour the map, a drawing, its reconstruction and a saved picture are in colour', async ({
  page,
}) => {
  await offerColours(page);
  await open(page);
  const { input, map, pad, seen, reconstruction, slider } = parts(page);
  await drag(page, pad, [
    [0.2, 0.5],
    [0.8, 0.5],
  ]);
  await expect(input.locator('#input-words')).toContainText('centred by its mass');
  await page.getByRole('combobox', { name: 'Model', exact: true }).selectOption('colours.safetensors');

  // z1 runs to the right, from blue to red, and z2 up, to green.
  await expect(input.getByRole('group', { name: 'Colour' })).toBeVisible();
  await expect(map).toBeVisible();
  await drawn(page);
  await expect.poll(async () => strongest(await pixel(map, 0.9, 0.52))).toBe('red');
  await expect.poll(async () => strongest(await pixel(map, 0.5, 0.1))).toBe('green');
  await expect.poll(async () => strongest(await pixel(map, 0.1, 0.9))).toBe('blue');
  await expect(page.locator('#directions')).toBeHidden();

  // What was drawn in ink lies there in black on white; a blue ground with a red stroke in its place.
  await expect(input.locator('#input-words')).toHaveText(
    /as it lies on its ground, scaled by area to 32 × 32/,
  );
  await expect.poll(() => pixel(seen, 0.5, 0.1)).toEqual([255, 255, 255]);
  await expect.poll(() => pixel(seen, 0.5, 0.5)).toEqual([0, 0, 0]);
  await input.getByRole('button', { name: 'Clear' }).click();
  await input.getByLabel('Ground').fill('#0000ff');
  await expect.poll(() => pixel(seen, 0.5, 0.5)).toEqual([0, 0, 255]);
  await expect.poll(async () => strongest(await pixel(reconstruction, 0.5, 0.5))).toBe('blue');
  await input.getByRole('radio', { name: 'red' }).check();
  await input.getByLabel('Pen width').fill('40');
  for (const y of [0.1, 0.25, 0.4, 0.55, 0.7, 0.85])
    await drag(page, pad, [
      [0.02, y],
      [0.98, y],
    ]);
  await expect.poll(() => pixel(seen, 0.5, 0.4)).toEqual([224, 43, 32]);
  await expect.poll(async () => strongest(await pixel(reconstruction, 0.5, 0.5))).toBe('red');
  expect(await value(slider(1))).toBeGreaterThan(1);
  expect(await seriousViolations(page, '.input')).toEqual([]);

  // Undone, the ground is alone again.
  await input.getByRole('button', { name: 'Clear' }).click();
  for (let step = 0; step < 7; step++) await input.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => pixel(seen, 0.5, 0.4)).toEqual([0, 0, 255]);
  await input.getByRole('button', { name: 'Redo' }).click();

  // The picture of the map as it is saved.
  const saving = page.locator('#export');
  await saving.getByText('Save results').click();
  const save = saving.getByRole('button', { name: 'Map (PNG)', exact: true });
  await expect(save).toBeEnabled();
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  const png = (await readFile(await download.path())).toString('base64');
  const saved = await page.evaluateHandle(async (source) => {
    const image = Object.assign(new Image(), { src: `data:image/png;base64,${source}` });
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), {
      width: image.width,
      height: image.height,
    });
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return canvas;
  }, png);
  const counts = await saved.evaluate((canvas) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    const counts = [0, 0, 0];
    for (let at = 0; at < data.length; at += 4) {
      const rgb = [0, 1, 2].map((part) => data[at + part] ?? 0);
      const most = Math.max(...rgb);
      const part = rgb.indexOf(most);
      if (rgb.every((other, index) => index === part || other < most - 40))
        counts[part] = (counts[part] ?? 0) + 1;
    }
    return counts.map((count) => count / (canvas.width * canvas.height));
  });
  for (const share of counts) expect(share).toBeGreaterThan(0.05);
});

test('a model is trained on images in colour, dense or of convolutions, and shown a test image', async ({
  page,
}) => {
  await offerColours(page);
  await open(page, '?backend=cpu&model=colours');
  const { input, map, pad, reconstruction, status, step, reset } = parts(page);
  await expect.poll(async () => strongest(await pixel(map, 0.9, 0.52))).toBe('red');
  await input.locator('#sample-number').fill('1');
  await page.keyboard.press('Enter');
  await expect.poll(async () => strongest(await pixel(pad, 0.5, 0.5))).toBe('green');
  await expect.poll(async () => strongest(await pixel(reconstruction, 0.5, 0.5))).toBe('green');
  await expect(input.locator('#input-words')).toContainText('green');

  await page.getByLabel('Hidden sizes').fill('16');
  await step.click();
  await expect(status).toContainText('1 step,');
  await expect.poll(async () => new Set(await pixel(map, 0.5, 0.5)).size).toBeGreaterThan(1);
  await reset.click();
  await page.getByLabel('Network', { exact: true }).selectOption('Convolutional');
  await step.click();
  await expect(status).toContainText('1 step,');
});

test('classes with names are numbered on the map, and the legend says which is which', async ({ page }) => {
  await offerColours(page);
  await open(page, '?backend=cpu&model=colours&layers=digits,means');
  const classes = page.locator('#map-legend .classes b');
  await expect(classes).toHaveText(['0 red', '1 green', '2 blue']);
  // A name has room in the frame about it.
  const means = page.locator('.class-mean');
  await expect(means).toHaveText(['red', 'green', 'blue']);
  const tooWide = (labels: Element[]) =>
    labels.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length;
  expect(await means.evaluateAll(tooWide)).toBe(0);

  await page.locator('#use-sort > summary').click();
  const panel = page.locator('#use-sort');
  await panel.getByLabel('k-means').check({ timeout: 60_000 });
  await expect(panel.locator('#sort-on-map')).toContainText('number of a test image’s class');
  // Colours are the groups' now; the numerals are explained all the same.
  await expect(page.locator('#map-legend .classes b[class^=class]')).toHaveCount(0);
  await expect(classes).toHaveText(['0 red', '1 green', '2 blue']);
  expect(await seriousViolations(page)).toEqual([]);
});
