// A run of the command line goes on in the page, and comes out as the command line itself would have kept it; a run of the
// page's comes out as the one with which the command line's test goes on.

import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { drop } from './drop';
import { expect, open, parts, test } from './page';
import { useTinyData } from './tiny-data';

const kept = (name: string) => readFile(new URL(`command-line/${name}.safetensors`, import.meta.url));

/** What a safetensors file says, and its values. */
function contents(bytes: Buffer) {
  const values = 8 + Number(bytes.readBigUInt64LE());
  const { __metadata__: said, ...tensors } = JSON.parse(bytes.subarray(8, values).toString());
  return { said, tensors, values: new Float32Array(Uint8Array.from(bytes.subarray(values)).buffer) };
}

/** From so many steps to more of them. */
async function stepOn(page: Page, from: number, to: number) {
  const { step, status } = parts(page);
  for (let steps = from; steps < to; steps++) {
    if (steps > 0) await expect(status).toContainText(`${steps} ${steps === 1 ? 'step' : 'steps'},`);
    await step.click();
  }
  await expect(status).toContainText(`${to} steps,`);
}

/** A saved run, taken out. */
async function takenOut(page: Page, name: RegExp): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  return readFile(await download.path());
}

function expectSame(ours: ReturnType<typeof contents>, theirs: ReturnType<typeof contents>) {
  expect(ours.tensors).toEqual(theirs.tensors);
  for (const part of ['run', 'position', 'model'])
    expect(JSON.parse(ours.said[part]), part).toEqual(JSON.parse(theirs.said[part]));
  const apart = ours.values.map((value, at) => Math.abs(value - (theirs.values[at] ?? Number.NaN)));
  expect(Math.max(...apart)).toBeLessThan(1e-4);
}

test('a run of the command line goes on in the page as it does there, and comes out as it is kept there', async ({
  page,
}) => {
  await useTinyData(page);
  await open(page, '?backend=cpu&threads=1');
  await drop(page, 'ours.safetensors', await kept('ten-steps'));
  await stepOn(page, 10, 20);
  const ours = contents(await takenOut(page, /^Save ours as a safetensors file/));
  expectSame(ours, contents(await kept('twenty-steps')));
});

test("a run of the page's comes out as the one with which the command line's test goes on", async ({ page }, {
  config,
}) => {
  await useTinyData(page);
  await open(page, '?backend=cpu&threads=1&hiddenSizes=2&batchSize=10&seed=3');
  await stepOn(page, 0, 6);
  // Its rows are made anew with each saving.
  const saved = page.locator('#saved');
  await saved.scrollIntoViewIfNeeded();
  await expect(saved.locator('tbody tr .figure').first()).toHaveText('6');
  const bytes = await takenOut(page, /^Save Run 1 as a safetensors file/);
  const fixture = new URL('../../crate/tests/fixtures/page-run.safetensors', import.meta.url);
  if (config.updateSnapshots === 'all') await writeFile(fixture, bytes);
  expectSame(contents(bytes), contents(await readFile(fixture)));
});
