import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import {
  drag,
  expect,
  inked,
  inSight,
  open,
  openAtOrigin,
  parts,
  picture,
  region,
  test,
  three,
  value,
} from './page';

/** What was asked of the next frame has been done, and nothing moves any more. */
async function stands(page: Page, slider: Locator) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const place = await value(slider);
  await page.waitForTimeout(200);
  expect(await value(slider)).toBe(place);
}

const pathsOf = (page: Page) => {
  const paths = region(page, 'paths');
  const end = (name: 'A' | 'B') => paths.getByRole('group', { name, exact: true });
  return {
    paths,
    end,
    film: paths.getByRole('img', { name: /^Film strip/ }),
    along: paths.getByRole('slider', { name: 'Way from A to B' }),
    button: (name: string) => paths.getByRole('button', { name, exact: true }),
  };
};

test('a path goes from where z is to a digit, and z goes along it', async ({ page }) => {
  await open(page);
  const { slider } = parts(page);
  const { end, film, along } = pathsOf(page);
  await expect.poll(() => inked(film)).toBe(true);
  const before = await picture(film);
  await slider(1).fill('-2');
  await slider(2).fill('-1');
  await end('A').getByRole('button', { name: 'z now' }).click();
  await expect(end('A')).toContainText('(−2.00, −1.00)');
  await end('B').getByRole('button', { name: 'Test digit' }).click();
  await expect(end('B')).toContainText(/a test digit, \d/);
  await expect.poll(() => picture(film)).not.toBe(before);
  await along.focus();
  await page.keyboard.press('End');
  await expect.poll(() => value(slider(1))).not.toBe(-2);
  await page.keyboard.press('Home');
  await expect.poll(() => value(slider(1))).toBe(-2);
  await expect.poll(() => value(slider(2))).toBe(-1);
});

test('an end follows the drawing; turning is not the straight line; the ends swap', async ({ page }) => {
  await open(page);
  const { pad, output } = parts(page);
  const { paths, end, film, button } = pathsOf(page);
  await expect(end('A').getByRole('button', { name: 'Input' })).toBeDisabled();
  await drag(page, pad, three);
  await expect(output).toContainText('z = μ');
  await end('A').getByRole('button', { name: 'Input' }).click();
  await expect(end('A')).toContainText('the input');
  await expect(paths).toContainText(/In a straight line, \d\.\d\d σ long/);
  const straight = await picture(film);
  await paths.getByRole('combobox', { name: 'Interpolation' }).selectOption('Spherical');
  await expect(paths).toContainText(/Turning at a constant rate/);
  await expect.poll(() => picture(film)).not.toBe(straight);
  await button('Swap A and B').click();
  await expect(end('B')).toContainText('the input');
});

test('a path is drawn on the map, and an end of it dragged', async ({ page }) => {
  await openAtOrigin(page);
  const { map, slider } = parts(page);
  const { paths, end, button } = pathsOf(page);
  await button('Draw on the map').press('Enter');
  await expect(paths).toContainText('Drawing needs a mouse, a pen or a finger.');
  await expect(button('Draw on the map')).toHaveAttribute('aria-pressed', 'false');
  await button('Draw on the map').scrollIntoViewIfNeeded();
  await button('Draw on the map').click();
  await expect(paths).toContainText('Drag on the map from A to B.');
  await expect.poll(() => inSight(map)).toBe(1);
  await drag(page, map, [
    [0.25, 0.75],
    [0.75, 0.25],
  ]);
  await expect(end('A')).toContainText(/\(−1\.[45]\d, −1\.[45]\d\)/);
  await expect(end('B')).toContainText(/\(1\.[45]\d, 1\.[45]\d\)/);
  await expect(button('Draw on the map')).toHaveAttribute('aria-pressed', 'false');
  expect(await value(slider(1))).toBe(0);
  await drag(page, map, [
    [0.75, 0.25],
    [0.5, 0.5],
  ]);
  await expect(end('B')).toContainText(/\(−?0\.0\d, −?0\.0\d\)/);
  expect(await value(slider(1))).toBe(0);
});

test('z goes back and forth by itself, until the map is touched', async ({ page }) => {
  await open(page);
  const { map, slider } = parts(page);
  const { paths, button } = pathsOf(page);
  await button('Play').click();
  const start = await value(slider(1));
  await expect.poll(() => value(slider(1))).not.toBe(start);
  await expect(paths).toContainText('back and forth');
  await map.click({ position: { x: 20, y: 20 } });
  await expect(button('Play')).toHaveAttribute('aria-pressed', 'false');
  await stands(page, slider(1));
});

test('a tour wanders until Escape', async ({ page }) => {
  await open(page);
  const { slider, reconstruction } = parts(page);
  const { paths, button } = pathsOf(page);
  const before = await picture(reconstruction);
  await button('Tour').click();
  await expect(paths).toContainText('z wanders');
  await expect.poll(() => picture(reconstruction)).not.toBe(before);
  await page.keyboard.press('Escape');
  await expect(button('Tour')).toHaveAttribute('aria-pressed', 'false');
  await stands(page, slider(2));
});

test('the keys A and W start and stop z, with Caps Lock too', async ({ page }) => {
  await open(page);
  const { paths, button } = pathsOf(page);
  for (const [key, name] of [
    ['A', 'Play'],
    ['W', 'Tour'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(paths.getByRole('button', { pressed: true })).toHaveCount(1);
    await page.keyboard.press(key);
    await expect(button(name)).toHaveAttribute('aria-pressed', 'false');
  }
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('buttons step along the path and the tour instead', async ({ page }) => {
    await open(page);
    const { slider } = parts(page);
    const { along, button, film } = pathsOf(page);
    await expect.poll(() => inked(film)).toBe(true);
    await button('Next step').click();
    await button('Next step').click();
    await expect.poll(() => value(along)).toBeCloseTo(0.2, 5);
    // It would go on by itself meanwhile.
    await page.waitForTimeout(200);
    expect(await value(along)).toBeCloseTo(0.2, 5);

    const before = await value(slider(1));
    await button('Next place').click();
    await expect.poll(() => value(slider(1))).not.toBe(before);
    await expect(button('Next place')).toHaveAttribute('aria-pressed', 'false');
  });
});

test('what one class has that another has not is added to z', async ({ page }) => {
  await open(page);
  const { slider } = parts(page);
  const { paths, button } = pathsOf(page);
  await paths.getByText('Arithmetic of digits').click();
  await paths.getByRole('combobox', { name: 'Add the mean of class' }).selectOption('0');
  await expect.poll(() => inked(paths.getByRole('img', { name: 'mean 0' }))).toBe(true);
  await expect.poll(() => inked(paths.getByRole('img', { name: 'result' }))).toBe(true);
  const before = await value(slider(1));
  await button('Move z there').click();
  await expect.poll(() => value(slider(1))).not.toBe(before);
});

test('thickness, slant and width are sliders of their own', async ({ page }) => {
  await open(page, '?backend=cpu&model=mnist-20d');
  const { reconstruction, sliders } = parts(page);
  const { paths } = pathsOf(page);
  await expect(sliders).toHaveCount(20);
  await paths.getByText('Thickness, slant, width').click();
  const thickness = paths.getByRole('slider', { name: 'Thickness' });
  await expect(thickness).toBeEnabled();
  await expect(paths.getByText(/R² 0\.\d\d/)).toHaveCount(3);
  const before = await picture(reconstruction);
  await thickness.fill('3');
  await expect.poll(() => picture(reconstruction)).not.toBe(before);
  await expect(thickness).toHaveAttribute('aria-valuetext', /≈ \d\.\d px/);
});

test('pictures for slides are wide, and say of which model they are and on what scale', async ({ page }) => {
  await open(page, '?backend=cpu&hiddenSizes=16');
  const { paths, button } = pathsOf(page);
  const { step, status } = parts(page);
  const shown = async (name: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), button(name).click()]);
    return readFile(await download.path());
  };
  await paths.getByText('Save results').click();
  await expect(button('Curve (SVG)')).toBeDisabled();
  const svg = (await shown('Map, digit and curve (SVG)')).toString();
  const words = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, found]) => found);
  expect(words).toEqual(
    expect.arrayContaining(['2-D · VAE 784–256–128–2', 'z₁', 'z₂', '−2', 'one σ of the prior']),
  );
  expect(words.join()).toMatch(/binarised MNIST, Bernoulli · β = 1 · z = \(.*\)/);
  expect(svg.match(/href="data:image\/png;base64/g)).toHaveLength(2);
  for (const name of ['Map, digit and curve (PNG)', 'Map (PNG)', 'Digit (PNG)']) {
    const file = await shown(name);
    expect(file.subarray(1, 4).toString()).toBe('PNG');
    expect(file.readUInt32BE(16)).toBeGreaterThanOrEqual(1920);
  }

  for (const steps of [1, 2, 3]) {
    await step.click();
    await expect(status).toContainText(`${steps} step`);
  }
  const curve = (await shown('Curve (SVG)')).toString();
  expect(curve).toContain('Run 1, step 3 · VAE 784–16–2');
  expect(curve).toContain('−ELBO, nats an image');
  expect(curve).toContain('<polyline');
});

test('the film strip, the map and the path are saved as files', async ({ page }) => {
  await open(page);
  const { paths, film, button } = pathsOf(page);
  await expect.poll(() => inked(film)).toBe(true);
  await paths.getByText('Save results').click();
  const saved = async (name: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), button(name).click()]);
    return readFile(await download.path());
  };
  for (const name of ['Film strip (PNG)', 'Map (PNG)']) {
    expect((await saved(name)).subarray(1, 4).toString()).toBe('PNG');
  }
  const animation = await saved('Path (GIF)');
  expect(animation.subarray(0, 6).toString()).toBe('GIF89a');
  expect(animation.length).toBeLessThan(1_500_000);
  const sides = (gif: Buffer) => [gif.readUInt16LE(6), gif.readUInt16LE(8)];

  // With more dimensions too the map stands beside the digit.
  await page.getByLabel('Model', { exact: true }).selectOption({ label: '10-D' });
  await expect(parts(page).sliders).toHaveCount(10);
  await expect.poll(() => inked(film)).toBe(true);
  expect(sides(await saved('Path (GIF)'))).toEqual(sides(animation));
});
