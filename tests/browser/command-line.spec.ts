// A run of the command line goes on in the page, and comes out as the command line itself would have kept it.

import { readFile } from 'node:fs/promises';
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

test('a run of the command line goes on in the page as it does there, and comes out as it is kept there', async ({
  page,
}) => {
  await useTinyData(page);
  await open(page, '?backend=cpu&threads=1');
  await drop(page, 'ours.safetensors', await kept('ten-steps'));
  const { step, status } = parts(page);
  for (let steps = 10; steps < 20; steps++) {
    await expect(status).toContainText(`${steps} steps,`);
    await step.click();
  }
  await expect(status).toContainText('20 steps,');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Save ours as a safetensors file/ }).click(),
  ]);
  const ours = contents(await readFile(await download.path()));
  const theirs = contents(await kept('twenty-steps'));
  expect(ours.tensors).toEqual(theirs.tensors);
  for (const part of ['run', 'position', 'model'])
    expect(JSON.parse(ours.said[part]), part).toEqual(JSON.parse(theirs.said[part]));
  const apart = ours.values.map((value, at) => Math.abs(value - (theirs.values[at] ?? Number.NaN)));
  expect(Math.max(...apart)).toBeLessThan(1e-4);
});
