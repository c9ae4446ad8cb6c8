// What a person takes out: figures, animations as videos, and an experiment that opens again.

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { SAMPLES } from '../../www/features/samples/state';
import { drop } from './drop';
import { expect, open, parts, test } from './page';
import { useTinyData } from './tiny-data';

const saving = (page: Page) => page.locator('#export');
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString();

async function openSaving(page: Page) {
  // It may be unfolded from the visit before.
  await saving(page).evaluate((details: HTMLDetailsElement) => {
    details.open = true;
  });
  return async (name: string) => {
    const button = saving(page).getByRole('button', { name, exact: true });
    await expect(button).toBeEnabled();
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    return readFile(await download.path());
  };
}

test('samples of the posterior come out as pictures and as arrays', async ({ page }) => {
  await useTinyData(page);
  await open(page);
  await parts(page).input.getByRole('button', { name: 'Random test digit' }).click();
  await page.locator('#samples-section > summary').click();
  const saved = await openSaving(page);
  const png = await saved('Posterior samples (PNG)');
  // Beside each other, three pixels a pixel.
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([SAMPLES * 28 * 3, 28 * 3]);
  expect((await saved('Posterior samples (SVG)')).toString()).toMatch(/<svg[^>]+840[^>]+84[\s\S]+<image/);
  const arrays = unzipSync(await saved('Posterior samples (NPZ)'));
  const shapes = Object.entries(arrays).map(([name, file]) => [name, /'descr'.+\)/.exec(text(file))?.[0]]);
  const described = (type: string, shape: string) =>
    `'descr': '${type}', 'fortran_order': False, 'shape': (${shape})`;
  expect(Object.fromEntries(shapes)).toEqual({
    'mu.npy': described('<f4', '2,'),
    'logVar.npy': described('<f4', '2,'),
    'z.npy': described('<f4', `${SAMPLES}, 2`),
    'images.npy': described('|u1', `${SAMPLES}, 28, 28`),
    'mean.npy': described('|u1', '1, 28, 28'),
    'deviation.npy': described('|u1', '1, 28, 28'),
  });
  // The mean is that of the samples, but for what bytes round off.
  const bytes = (name: string, size: number) => (arrays[name] ?? new Uint8Array()).subarray(-size);
  const [images, mean] = [bytes('images.npy', SAMPLES * 784), bytes('mean.npy', 784)];
  const apart = Array.from(mean, (level, pixel) => {
    let sum = 0;
    for (let sample = 0; sample < SAMPLES; sample++) sum += images[sample * 784 + pixel] ?? 0;
    return Math.abs(sum / SAMPLES - level);
  });
  expect(Math.max(...apart)).toBeLessThanOrEqual(1);
});

test('codes come out as figures, and a tour as a video where the browser encodes one', async ({
  page,
  context,
}) => {
  await useTinyData(page);
  await open(page);
  const saved = await openSaving(page);
  const csv = await saved('Codes of the test set (CSV)');
  expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = csv.toString().slice(1).trimEnd().split('\r\n');
  expect(lines[0]).toBe('index,label,mu1,mu2,logVar1,logVar2');
  expect(lines).toHaveLength(101);
  const npy = await saved('Codes of the test set (NPY)');
  expect(npy.subarray(10, 80).toString()).toContain("'<f4', 'fortran_order': False, 'shape': (100, 2)");
  expect(npy.readFloatLE(128)).toBeCloseTo(Number(lines[1]?.split(',')[2]), 5);
  expect((await saved('Strips along the dimensions (SVG)')).toString()).toContain('<image');
  const webm = saving(page).getByRole('button', { name: 'Tour (WEBM)' });
  const mp4 = saving(page).getByRole('button', { name: 'Tour (MP4)' });
  const encodes = await page.evaluate(async () => {
    const can = async (codec: string) =>
      (await VideoEncoder.isConfigSupported({ codec, width: 600, height: 400 })).supported;
    return { webm: (await can('vp09.00.10.08')) || (await can('vp8')), mp4: await can('avc1.42001f') };
  });
  await expect(webm).toBeEnabled({ enabled: Boolean(encodes.webm) });
  await expect(mp4).toBeEnabled({ enabled: Boolean(encodes.mp4) });
  if (!encodes.mp4) await expect(page.locator('#export-words')).toContainText('no encoder for MP4');
  if (encodes.mp4) expect((await saved('Path (MP4)')).subarray(4, 8).toString()).toBe('ftyp');
  const video = await saved('Tour (WEBM)');
  // EBML, which every Matroska file begins with.
  expect(video.readUInt32BE(0)).toBe(0x1a45dfa3);
  // The page itself shows no videos.
  const blank = await context.newPage();
  const seconds = await blank.evaluate(async (bytes) => {
    const element = document.createElement('video');
    element.src = URL.createObjectURL(new Blob([Uint8Array.from(atob(bytes), (it) => it.charCodeAt(0))]));
    await new Promise((resolve, reject) => {
      element.onloadedmetadata = resolve;
      element.onerror = () => reject(element.error);
    });
    return element.duration;
  }, video.toString('base64'));
  expect(seconds).toBeCloseTo(12, 0);
});

test('an experiment holds all of a run, and opens again by drop where the run stood', async ({ page }) => {
  await useTinyData(page);
  await open(page, '?backend=cpu&hiddenSizes=16&seed=5');
  for (const steps of [1, 2, 3]) {
    await parts(page).step.click();
    await expect(parts(page).status).toContainText(`${steps} step`);
  }
  const saved = await openSaving(page);
  const zip = await saved(
    'Experiment: all of this but animations and the training set’s codes, the weights, and how to make it again (ZIP)',
  );
  const files = unzipSync(zip);
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([
      ...[
        'experiment.json',
        'README.md',
        'model.safetensors',
        'figures/curves.csv',
        'figures/codes-test.npy',
      ],
      ...['pictures/latent-map.png', 'pictures/latent-map.svg', 'pictures/latent-curve.svg'],
    ]),
  );
  const { seed, settings, run, command } = JSON.parse(text(files['experiment.json']));
  expect([seed, settings.model.hiddenSizes, run.position.step]).toEqual([5, [16], 3]);
  expect(command).toBe(
    'latent train --data mnist --out trained.safetensors --epochs 1 --hidden-sizes 16 --seed 5',
  );
  expect(text(files['README.md'])).toContain(`    ${command}\n`);

  await open(page, '?backend=cpu');
  await page.locator('#saved-leave').click();
  await drop(page, 'mine.zip', zip);
  await expect(parts(page).status).toContainText('3 steps,');
  const again = await openSaving(page);
  expect((await again('Curves in figures (CSV)')).toString()).toBe(text(files['figures/curves.csv']));
  await parts(page).step.click();
  await expect(parts(page).status).toContainText('4 steps,');

  const spoilt = Buffer.from(zip);
  spoilt[zip.indexOf('model.safetensors') + 5000] =
    (spoilt[zip.indexOf('model.safetensors') + 5000] ?? 0) ^ 1;
  await drop(page, 'spoilt.zip', spoilt);
  await expect(page.getByRole('alert')).toContainText(
    'model.safetensors in spoilt.zip is missing, or not as it was',
  );
});
