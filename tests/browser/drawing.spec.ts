import { drag, expect, inked, one, open, parts, picture, test, three, value } from './page';

test('a drawn digit is seen, encoded and reconstructed', async ({ page }) => {
  await open(page);
  const { pad, seen, reconstruction, slider, output } = parts(page);
  const before = await picture(reconstruction);
  await drag(page, pad, three);
  await expect.poll(() => inked(seen)).toBe(true);
  await expect.poll(() => picture(reconstruction)).not.toBe(before);
  await expect(output).toContainText('Reconstruction term');
  await expect(output).toContainText('z = μ');
  const [x, y] = [await value(slider(1)), await value(slider(2))];
  expect(Math.hypot(x, y)).toBeGreaterThan(0.1);

  await page.getByRole('button', { name: 'Clear' }).click();
  await drag(page, pad, one);
  await expect
    .poll(async () => Math.hypot((await value(slider(1))) - x, (await value(slider(2))) - y))
    .toBeGreaterThan(0.5);
});

test('undo takes back a stroke, clear all of them', async ({ page }) => {
  await open(page);
  const { pad, seen, output } = parts(page);
  await drag(page, pad, one);
  await expect.poll(() => inked(seen)).toBe(true);
  const first = await picture(seen);
  await drag(page, pad, three);
  await expect.poll(() => picture(seen)).not.toBe(first);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => picture(seen)).toBe(first);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect.poll(() => inked(seen)).toBe(false);
  await expect.poll(() => inked(pad)).toBe(false);
  await expect(output.getByText('KL term')).toBeHidden();
});

test('the eraser takes ink away, and undo brings it back', async ({ page }) => {
  await open(page);
  const { input, pad, seen } = parts(page);
  const eraser = input.getByRole('button', { name: 'Eraser' });
  await expect(eraser).toBeDisabled();
  await drag(page, pad, three);
  await expect.poll(() => inked(seen)).toBe(true);
  const drawn = await picture(seen);

  await eraser.click();
  await expect(eraser).toHaveAttribute('aria-pressed', 'true');
  await drag(page, pad, [
    [0.3, 0.25],
    [0.5, 0.15],
    [0.68, 0.3],
  ]);
  await expect.poll(() => picture(seen)).not.toBe(drawn);
  expect(await inked(seen)).toBe(true);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => picture(seen)).toBe(drawn);

  await drag(page, pad, three);
  await expect.poll(() => inked(pad)).toBe(false);
  await expect.poll(() => inked(seen)).toBe(false);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(eraser).toBeDisabled();
  await expect(eraser).toHaveAttribute('aria-pressed', 'false');
});

test('a random test digit is an input too, with its class', async ({ page }) => {
  await open(page);
  const { input, pad, seen, output } = parts(page);
  await page.getByRole('button', { name: 'Random test digit' }).click();
  await expect(input).toContainText(/Test digit [\d,]+, a \d\./);
  await expect.poll(() => inked(pad)).toBe(true);
  await expect.poll(() => inked(seen)).toBe(true);
  await expect(output).toContainText(/ELBO−\d+\.\d/);
});

test('dragging away from the posterior mean keeps the input', async ({ page }) => {
  await open(page);
  const { map, output, seen } = parts(page);
  await page.getByRole('button', { name: 'Random test digit' }).click();
  await expect(output).toContainText('z = μ =');
  await drag(page, map, [
    [0.5, 0.5],
    [0.9, 0.9],
  ]);
  await expect(output).not.toContainText('z = μ =');
  await expect(output).toContainText('Reconstruction term');
  expect(await inked(seen)).toBe(true);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a finger draws, and the page does not scroll under it', async ({ page }) => {
    await open(page);
    const { pad, seen, reconstruction } = parts(page);
    await pad.scrollIntoViewIfNeeded();
    const before = await picture(reconstruction);
    const box = await pad.boundingBox();
    if (!box) throw new Error('There is no pad.');
    const client = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove', [x, y]: readonly [number, number]) =>
      client.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: [{ x: box.x + x * box.width, y: box.y + y * box.height }],
      });
    for (const [index, point] of three.entries())
      await touch(index === 0 ? 'touchStart' : 'touchMove', point);
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect.poll(() => inked(seen)).toBe(true);
    await expect.poll(() => picture(reconstruction)).not.toBe(before);
    expect((await pad.boundingBox())?.y).toBeCloseTo(box.y, 0);
  });
});
