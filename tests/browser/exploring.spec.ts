import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drag, expect, inked, open, openAtOrigin, parts, picture, test, three, value } from './page';
import { dist } from './static-host';

test('opens on a trained model, and says which data it runs on', async ({ page }) => {
  await open(page);
  const { training, sliders, status } = parts(page);
  await expect(sliders).toHaveCount(2);
  await expect(status).toContainText('Shipped model');
  await expect(training).toContainText(/MNIST, [\d,]+ training and [\d,]+ test digits/);
  const marks = await page.evaluate(() => performance.getEntriesByName('first-decode').length);
  expect(marks).toBe(1);
});

test('dragging on the map moves z, both sliders and the digit', async ({ page }) => {
  await open(page);
  const { map, slider, reconstruction, latent } = parts(page);
  const before = await picture(reconstruction);
  await drag(page, map, [
    [0.5, 0.5],
    [0.75, 0.25],
  ]);
  await expect.poll(() => value(slider(1))).toBeCloseTo(1.5, 1);
  await expect.poll(() => value(slider(2))).toBeCloseTo(1.5, 1);
  await expect.poll(() => picture(reconstruction)).not.toBe(before);
  await expect(latent).toContainText(/z₁ = 1\.\d\d, z₂ = 1\.\d\d/);
});

test('the digit follows while the pointer is still down', async ({ page }) => {
  await open(page);
  const { map, reconstruction } = parts(page);
  const before = await picture(reconstruction);
  const box = await map.boundingBox();
  if (!box) throw new Error('There is no map.');
  await page.mouse.move(box.x + 20, box.y + 20);
  await page.mouse.down();
  await expect.poll(() => picture(reconstruction)).not.toBe(before);
  const corner = await picture(reconstruction);
  await page.mouse.move(box.x + box.width - 20, box.y + box.height - 20, { steps: 5 });
  await expect.poll(() => picture(reconstruction)).not.toBe(corner);
  await page.mouse.up();
});

test('arrow keys move z by 0.1, with Shift by 0.5, and Home goes to the origin', async ({ page }) => {
  await openAtOrigin(page);
  const { map, slider, reconstruction } = parts(page);
  const origin = await picture(reconstruction);
  await map.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(() => value(slider(1))).toBeCloseTo(0.2, 5);
  await expect.poll(() => value(slider(2))).toBeCloseTo(0.5, 5);
  await expect.poll(() => picture(reconstruction)).not.toBe(origin);
  await page.keyboard.press('Home');
  await expect.poll(() => value(slider(1))).toBe(0);
  await expect.poll(() => picture(reconstruction)).toBe(origin);
});

test('a slider moves z on the map and the digit', async ({ page }) => {
  await openAtOrigin(page);
  const { slider, reconstruction, latent, output } = parts(page);
  const before = await picture(reconstruction);
  await slider(2).fill('-1.5');
  await expect.poll(() => picture(reconstruction)).not.toBe(before);
  await expect(latent).toContainText('z₁ = 0.00, z₂ = −1.50');
  await expect(output).toContainText('z = (0.00, −1.50)');
});

test.describe('while the encoder is still on its way', () => {
  let release = () => {};
  test.use({
    answers: {
      'mnist-2d.encoder.part': (response) => {
        const encoder = readFileSync(join(dist, 'models/mnist-2d.encoder.part'));
        const some = Math.round(0.2 * encoder.length);
        response.writeHead(200, { 'Content-Length': encoder.length }).write(encoder.subarray(0, some));
        release = () => response.end(encoder.subarray(some));
      },
    },
  });

  test('the map shows and dragging decodes; what was drawn waits for it', async ({ page }) => {
    await open(page);
    const { map, pad, seen, slider, reconstruction, output } = parts(page);
    const before = await picture(reconstruction);
    await drag(page, map, [
      [0.5, 0.5],
      [0.75, 0.25],
    ]);
    await expect.poll(() => value(slider(1))).toBeCloseTo(1.5, 1);
    await expect.poll(() => picture(reconstruction)).not.toBe(before);

    await drag(page, pad, three);
    await page.waitForTimeout(500);
    expect(await inked(seen)).toBe(false);
    const decoded = await picture(map);
    release();
    await expect.poll(() => inked(seen)).toBe(true);
    await expect(output).toContainText('z = μ');
    expect(await picture(map)).toBe(decoded);
  });
});
