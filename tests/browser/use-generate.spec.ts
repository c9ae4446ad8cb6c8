import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { expect, open, test } from './page';

test('pictures are generated, compared with the nearest training pictures, gone to and saved', async ({
  page,
}) => {
  await open(page);
  await page.locator('#use-generate > summary').click();
  const panel = page.locator('#use-generate');
  const samples = panel.locator('.generated button');
  await expect(samples).toHaveCount(32);
  const first = () => samples.first().evaluate((button) => button.querySelector('canvas')?.toDataURL() ?? '');
  const before = await first();
  await panel.getByRole('button', { name: 'Draw others' }).click();
  await expect.poll(first).not.toBe(before);

  await panel.getByLabel('Drawn from').selectOption('aggregated');
  await panel.getByLabel('Nearest training picture beside each').check();
  await expect(panel.getByRole('img', { name: 'Training picture nearest to sample 32' })).toBeVisible();
  await expect(panel.locator('#generate-words')).toContainText('training pictures: Euclidean distance');

  const at = page.url();
  await samples.nth(4).click();
  await expect.poll(() => page.url()).not.toBe(at);

  const saved = async (name: string) => {
    const button = panel.getByRole('button', { name });
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    return download;
  };
  expect((await saved('Save as PNG')).suggestedFilename()).toBe('generated.png');
  const arrays = unzipSync(await readFile(await (await saved('npz')).path()));
  const head = (name: string) => Buffer.from(arrays[name] ?? []).toString('latin1', 0, 128);
  expect(head('images.npy')).toContain("'|u1', 'fortran_order': False, 'shape': (32, 28, 28)");
  expect(head('z.npy')).toContain("'<f4', 'fortran_order': False, 'shape': (32, 2)");
});
