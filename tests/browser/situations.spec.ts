// What users of such pages have reported: other keyboards, screens, pens, browsers and addresses.

import type { Page } from '@playwright/test';
import { drag, expect, fingers, inked, one, open, parts, picture, test, three, value } from './page';

const widthOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((canvas: HTMLCanvasElement) => [canvas.width, canvas.clientWidth]);

test('canvases follow a screen of twice the pixels, and keep what was drawn', async ({ page }) => {
  await open(page);
  const { pad, reconstruction } = parts(page);
  await drag(page, pad, three);
  await expect.poll(() => inked(pad)).toBe(true);
  const client = await page.context().newCDPSession(page);
  for (const ratio of [2, 1]) {
    await client.send('Emulation.setDeviceMetricsOverride', {
      // Zooming resizes: an emulated screen tells the page of nothing else.
      width: 1280 + ratio,
      height: 720,
      deviceScaleFactor: ratio,
      mobile: false,
    });
    for (const canvas of ['#pad', '#map'])
      await expect
        .poll(async () => {
          const [own = 0, shown = 0] = await widthOf(page, canvas);
          // A border is none of the picture.
          return Math.abs(own - ratio * shown) <= 2 * ratio;
        })
        .toBe(true);
    await expect.poll(() => inked(pad)).toBe(true);
    await expect.poll(() => inked(parts(page).map)).toBe(true);
  }
  const before = await picture(reconstruction);
  await drag(page, pad, one);
  await expect.poll(() => picture(reconstruction)).not.toBe(before);
});

test('a pen draws after a palm that rests on the pad, whose dot goes', async ({ page }) => {
  await open(page);
  const { pad } = parts(page);
  const touch = await fingers(page, pad);
  const undo = page.locator('#undo');
  await touch('touchStart', [0.95, 0.95]);
  await expect(undo).toBeEnabled();
  const box = await pad.boundingBox();
  if (!box) throw new Error('Expected a pad to draw on.');
  const client = await page.context().newCDPSession(page);
  const pen = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', x: number, y: number) =>
    client.send('Input.dispatchMouseEvent', {
      type,
      x: box.x + x * box.width,
      y: box.y + y * box.height,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
      pointerType: 'pen',
    });
  await pen('mousePressed', 0.3, 0.2);
  for (const y of [0.4, 0.6, 0.8]) await pen('mouseMoved', 0.3, y);
  await pen('mouseReleased', 0.3, 0.8);
  await touch('touchEnd');
  const ink = (left: number, top: number) =>
    pad.evaluate(
      (canvas: HTMLCanvasElement, [left, top]) => {
        const at = [Math.round(left * canvas.width), Math.round(top * canvas.height)] as const;
        return canvas.getContext('2d')?.getImageData(...at, 1, 1).data[3];
      },
      [left, top] as const,
    );
  await expect.poll(() => ink(0.3, 0.5)).toBe(255);
  expect(await ink(0.95, 0.95)).toBe(0);
  // One stroke was drawn, not two.
  await undo.click();
  await expect(undo).toBeDisabled();
});

test('beside what takes the finger there is room to scroll on, however a phone is held', async ({ page }) => {
  await open(page);
  for (const [width, height] of [
    [667, 375],
    [568, 320],
    [932, 430],
    [360, 640],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const canvas of ['#pad', '#map']) {
      const margin = () =>
        page.locator(canvas).evaluate((element) => {
          element.scrollIntoView({ block: 'center' });
          const { left, right, height } = element.getBoundingClientRect();
          return Math.max(left, innerWidth - right, innerHeight - height);
        });
      await expect.poll(margin, { message: `${canvas} at ${width} x ${height}` }).toBeGreaterThanOrEqual(48);
    }
  }
});

test('a digit is drawn also where a browser falsifies what is read of a canvas', async ({ page }) => {
  await page.addInitScript(() => {
    CanvasRenderingContext2D.prototype.getImageData = (_, __, width, height) => {
      const image = new ImageData(width, height);
      image.data.fill(255);
      return image;
    };
  });
  await page.goto('./?backend=cpu&still');
  const { pad, seen, output } = parts(page);
  await expect(output).toContainText('z =');
  const blank = await picture(seen);
  await drag(page, pad, one);
  await expect.poll(() => picture(seen)).not.toBe(blank);
  const drawn = await picture(seen);
  await page.getByRole('button', { name: 'Clear' }).click();
  await drag(page, pad, three);
  // A block of ink would be the same block.
  await expect.poll(() => picture(seen)).not.toBe(drawn);
});

test('numbers are read as they are typed anywhere, and what is mistyped in the address is named', async ({
  page,
}) => {
  await open(page, '?backend=cpu&LatentSize=10&likelihood=gaussian&threads=0&learningRate=0,003&seed=７');
  const alert = page.getByRole('alert').filter({ hasText: 'address' });
  for (const words of ['did you mean “latentSize”?', 'got “gaussian”', 'got “0”'])
    await expect(alert).toContainText(words);
  await alert.getByRole('button').click();
  await expect(alert).toBeHidden();
  const rate = page.locator('#setting-learningRate');
  const sizes = page.locator('#setting-hiddenSizes');
  await sizes.fill('256、１２８');
  for (const field of [rate, sizes, page.locator('#setting-seed')])
    await expect(field).toHaveAttribute('aria-invalid', 'false');
  await sizes.fill('256;');
  await expect(sizes).toHaveAttribute('aria-invalid', 'true');
  const { latent, slider, input } = parts(page);
  const z = latent.getByRole('spinbutton', { name: 'Value of latent dimension 2' });
  await z.fill('−1，25');
  await z.press('Enter');
  await expect.poll(() => value(slider(2))).toBe(-1.25);
  await z.press('ArrowUp');
  await expect.poll(() => value(slider(2))).toBe(-1.24);
  const number = input.getByRole('spinbutton', { name: 'Number of the test digit' });
  await number.fill('７');
  await number.press('Enter');
  await expect(input).toContainText('Test digit 7');
});

test('keys work in a Cyrillic layout and with the focus on a checkbox, and not behind the list of keys', async ({
  page,
}) => {
  await open(page);
  const { pad } = parts(page);
  const undo = page.locator('#undo');
  const redo = page.locator('#redo');
  const pressZ = () =>
    page.evaluate(() => {
      const init = { key: 'я', code: 'KeyZ', ctrlKey: true, bubbles: true, cancelable: true };
      (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', init));
    });
  await drag(page, pad, one);
  await expect(undo).toBeEnabled();
  await page.getByRole('button', { name: 'Keys' }).click();
  await page.locator('#keys-work').focus();
  await pressZ();
  await page.keyboard.press('Control+z');
  await expect(undo).toBeEnabled();
  await expect(redo).toBeDisabled();
  await page.keyboard.press('Escape');
  await page.locator('#curves-log-x').focus();
  await pressZ();
  await expect(undo).toBeDisabled();
  await expect(redo).toBeEnabled();
});

test('a reload asks before it takes a run away, and not after a reset', async ({ page }) => {
  await open(page, '?backend=cpu&hiddenSizes=16&threads=1');
  const { start, pause, reset, status } = parts(page);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await start.click();
  await expect(status).toContainText('images/s');
  // Three seconds of training are worth a question.
  const wouldAsk = () => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
  await expect.poll(wouldAsk).toBe(true);
  await page.evaluate(() => location.reload());
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await pause.click();
  await reset.click();
  // It is over when there is nothing left to reset: the bar has no such button then. Start can be pressed in a pause too.
  await expect(reset).toBeHidden();
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
});
