// The model shown goes out as a PyTorch module and as ONNX; what is in these files is held against the crate by tests/python.

import { readFile } from 'node:fs/promises';
import { expect, open, test } from './page';

test('the model shown is saved as a PyTorch module, an ONNX encoder and an ONNX decoder', async ({
  page,
}) => {
  await open(page);
  const saving = page.locator('#export');
  await saving.getByText('Save results').click();
  const saved = async (words: string | RegExp) => {
    const button = saving.getByRole('button', { name: words });
    await expect(button).toBeEnabled();
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'latin1') };
  };
  const module = await saved(/^PyTorch module/);
  expect(module.name).toBe('latent_vae.py');
  expect(module.text).toContain('"dataView": "binarised"');
  const encoder = await saved('Encoder of the model shown (ONNX)');
  expect(encoder.name).toBe('encoder.onnx');
  expect(encoder.text).toContain('encoder.posterior.weight');
  const decoder = await saved('Decoder of the model shown (ONNX)');
  expect(decoder.name).toBe('decoder.onnx');
  expect(decoder.text).toContain('decoder.logits.weight');
});
