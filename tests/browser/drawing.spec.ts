import { testLabel } from './data';
import { drag, expect, fingers, inked, one, open, parts, picture, settled, test, three, value } from './page';

test('a drawn digit is seen, encoded and reconstructed', async ({ page }) => {
  await open(page);
  const { pad, seen, reconstruction, slider, output } = parts(page);
  const before = await picture(reconstruction);
  await drag(page, pad, three);
  await expect.poll(() => inked(seen)).toBe(true);
  await expect.poll(() => picture(reconstruction)).not.toBe(before);
  await expect(output).toContainText('Reconstruction term');
  await expect(output).toContainText('z = μ');
  const at = async () => [await value(slider(1)), await value(slider(2))] as const;
  await expect.poll(async () => Math.hypot(...(await at()))).toBeGreaterThan(0.1);
  await settled(reconstruction);
  const [x, y] = await at();

  await page.getByRole('button', { name: 'Clear' }).click();
  await drag(page, pad, one);
  await expect
    .poll(async () => Math.hypot((await value(slider(1))) - x, (await value(slider(2))) - y))
    .toBeGreaterThan(0.5);
});

test('strokes are undone and done again, by buttons and by keys, and so is clearing', async ({ page }) => {
  await open(page);
  const { input, pad, seen, output } = parts(page);
  const undo = input.getByRole('button', { name: 'Undo' });
  const redo = input.getByRole('button', { name: 'Redo' });
  await expect(undo).toBeHidden();
  await drag(page, pad, one);
  await expect.poll(() => inked(seen)).toBe(true);
  // A stroke is encoded as it is drawn.
  const first = await settled(seen);
  await drag(page, pad, three);
  await expect.poll(() => picture(seen)).not.toBe(first);
  const second = await settled(seen);

  await undo.click();
  await expect.poll(() => picture(seen)).toBe(first);
  await redo.click();
  await expect.poll(() => picture(seen)).toBe(second);
  await expect(redo).toBeHidden();

  await input.getByRole('button', { name: 'Clear' }).click();
  await expect.poll(() => inked(seen)).toBe(false);
  await expect.poll(() => inked(pad)).toBe(false);
  await expect(output).toContainText('An input is compared here');
  await page.keyboard.press('Control+z');
  await expect.poll(() => picture(seen)).toBe(second);
  await page.keyboard.press('Control+z');
  await expect.poll(() => picture(seen)).toBe(first);
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(() => picture(seen)).toBe(second);
});

test('a wider pen draws more ink, and so does a pen that is pressed', async ({ page }) => {
  await open(page);
  const { input, pad } = parts(page);
  const ink = () =>
    pad.evaluate((canvas: HTMLCanvasElement) => {
      const bytes = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return Array.from(bytes).filter((byte, index) => index % 4 === 3 && byte > 0).length;
    });
  await drag(page, pad, one);
  await expect.poll(ink).toBeGreaterThan(0);
  const usual = await ink();
  await input.getByRole('button', { name: 'Clear' }).click();
  await input.getByRole('slider', { name: 'Pen width' }).fill('40');
  await drag(page, pad, one);
  await expect.poll(ink).toBeGreaterThan(1.5 * usual);

  const box = await pad.boundingBox();
  if (!box) throw new Error('There is no pad.');
  const client = await page.context().newCDPSession(page);
  const drawn = async (force: number) => {
    await input.getByRole('button', { name: 'Clear' }).click();
    for (const [index, x] of [0.2, 0.4, 0.6, 0.8, 0.8].entries())
      await client.send('Input.dispatchMouseEvent', {
        type: index === 0 ? 'mousePressed' : index === 4 ? 'mouseReleased' : 'mouseMoved',
        x: box.x + x * box.width,
        y: box.y + 0.5 * box.height,
        button: 'left',
        buttons: index === 4 ? 0 : 1,
        pointerType: 'pen',
        force,
      });
    await expect.poll(ink).toBeGreaterThan(0);
    return ink();
  };
  const light = await drawn(0.1);
  expect(await drawn(1)).toBeGreaterThan(1.3 * light);
});

test('the eraser takes ink away, and undo brings it back', async ({ page }) => {
  await open(page);
  const { input, pad, seen } = parts(page);
  const eraser = input.getByRole('button', { name: 'Eraser' });
  await expect(eraser).toBeHidden();
  await drag(page, pad, three);
  await expect.poll(() => inked(seen)).toBe(true);
  const drawn = await settled(seen);

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
  await expect(eraser).toBeHidden();
  await expect(page.locator('#eraser')).toHaveAttribute('aria-pressed', 'false');
});

test('a test digit is an input too: a random one, one of a class, one by its number', async ({ page }) => {
  await open(page);
  const { input, pad, seen, output } = parts(page);
  await input.getByRole('button', { name: 'Random test digit' }).click();
  await expect(input).toContainText(/Test digit [\d,]+, a \d\./);
  await expect.poll(() => inked(pad)).toBe(true);
  await expect.poll(() => inked(seen)).toBe(true);
  await expect(output).toContainText(/ELBO−\d+\.\d/);

  const number = input.getByRole('spinbutton', { name: 'Number of the test digit' });
  const first = `Test digit 0, a ${testLabel(0)}.`;
  await number.fill('0');
  await number.press('Enter');
  await expect(input).toContainText(first);
  await input.getByRole('combobox', { name: 'Class of the test digit' }).selectOption('4');
  await expect(input).toContainText(/Test digit [\d,]+, a 4\./);
  await input.getByRole('button', { name: 'Undo' }).click();
  await expect(input).toContainText(first);
});

test('corruption is what the model sees: it stands still, is drawn again, and goes', async ({ page }) => {
  await open(page);
  const { input, pad, seen, output, map } = parts(page);
  const kind = input.getByRole('combobox', { name: 'Corruption' });
  const strength = input.getByRole('slider', { name: 'Strength of the corruption' });
  await input.getByRole('spinbutton', { name: 'Number of the test digit' }).fill('0');
  await input.getByRole('spinbutton', { name: 'Number of the test digit' }).press('Enter');
  await expect.poll(async () => (await inked(seen)) && (await inked(pad))).toBe(true);
  const [clean, onPad] = [await picture(seen), await picture(pad)];

  await expect(strength).toBeHidden();
  await kind.selectOption('noise');
  await expect.poll(() => picture(seen)).not.toBe(clean);
  const noisy = await picture(seen);
  expect(await picture(pad)).toBe(onPad);
  await expect(output).toContainText('Of the clean image');
  const compared = await picture(output.getByRole('img', { name: 'Input before its corruption' }));
  expect(compared).toBe(clean);
  await output.getByRole('radio', { name: 'what the model saw' }).check();
  await expect(output).toContainText('Of the corrupted image');

  await drag(page, map, [
    [0.5, 0.5],
    [0.6, 0.4],
  ]);
  expect(await picture(seen)).toBe(noisy);
  await input.getByRole('button', { name: 'Again' }).click();
  await expect.poll(() => picture(seen)).not.toBe(noisy);

  for (const damage of ['mask', 'block', 'lowResolution']) {
    const before = await picture(seen);
    await kind.selectOption(damage);
    await expect.poll(() => picture(seen)).not.toBe(before);
    const weak = await picture(seen);
    await strength.press('End');
    await expect.poll(() => picture(seen)).not.toBe(weak);
  }
  await kind.selectOption('none');
  await expect.poll(() => picture(seen)).toBe(clean);
});

test('noise on a drawing offers the denoising model, which makes more of it', async ({ page }) => {
  await open(page);
  const { input, pad, seen, output } = parts(page);
  const elbo = async () => Number((await output.locator('.elbo dd').innerText()).replace('−', '-'));
  const distances = async () => {
    const words = /: ([\d.]+) as seen, ([\d.]+) as given back/.exec(await output.innerText());
    return { seen: Number(words?.[1]), given: Number(words?.[2]) };
  };
  const offer = input.getByRole('button', { name: 'Use it' });
  await drag(page, pad, three);
  await expect(offer).toBeHidden();
  await settled(seen);
  const clean = await elbo();
  await input.getByRole('combobox', { name: 'Corruption' }).selectOption('noise');
  await expect(output).toContainText('Of the clean image');
  await expect.poll(elbo).not.toBe(clean);
  const before = await elbo();
  await offer.click();
  await expect(offer).toBeHidden();
  await expect.poll(elbo).toBeGreaterThan(before + 20);
  const { seen: noisy, given } = await distances();
  expect(given).toBeLessThan(0.7 * noisy);
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
    const touch = await fingers(page, pad);
    const place = await pad.boundingBox();
    const before = await picture(reconstruction);
    for (const [index, point] of three.entries())
      await touch(index === 0 ? 'touchStart' : 'touchMove', point);
    await touch('touchEnd');
    await expect.poll(() => inked(seen)).toBe(true);
    await expect.poll(() => picture(reconstruction)).not.toBe(before);
    expect(await pad.boundingBox()).toEqual(place);
  });
});
