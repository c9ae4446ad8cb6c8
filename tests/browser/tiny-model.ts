// Tiny models as safetensors files, with weights of no meaning: what a page does with a model, not how good it is.

import type { Page } from '@playwright/test';
import type { ShippedModel } from '../../www/app/model/state';
import { DEFAULT_RUN as PLAIN } from '../../www/app/settings/schema';
import type { ModelConfig } from '../../www/engine/protocol';
import { sumOf } from '../../www/setup/sums.mjs';

const PIXELS = 784;
const CLASSES = 10;
const WIDTH = 8;

/** Tensors of a dense model with one hidden layer, by the crate's names. */
function shapesOf({ latentSize, conditional, deterministic }: ModelConfig): [string, number[]][] {
  const told = conditional ? CLASSES : 0;
  const dense = (name: string, inputs: number, outputs: number): [string, number[]][] => [
    [`${name}.weight`, [outputs, inputs]],
    [`${name}.bias`, [outputs]],
  ];
  return [
    ...dense('encoder.hidden.0', PIXELS + told, WIDTH),
    ...dense('encoder.posterior', WIDTH, deterministic ? latentSize : 2 * latentSize),
    ...dense('decoder.hidden.0', latentSize + told, WIDTH),
    ...dense('decoder.logits', WIDTH, PIXELS),
  ];
}

/** Weights that differ, the same at every call. */
function weight(index: number) {
  return Math.sin(12.9898 * index) / 2;
}

const tinyConfig = (given: Partial<ModelConfig>): ModelConfig => ({
  ...PLAIN.model,
  hiddenSizes: [WIDTH],
  ...given,
});

/** As models.json lists it. */
export const listed = (file: string, given: Partial<ModelConfig>, bytes: Buffer): ShippedModel => ({
  file,
  ...sumOf(bytes),
  config: tinyConfig(given),
  noise: 0,
  nll: 500,
  elbo: -510,
  recipe: {},
});

/** With the log-variances of the posterior as they are said, if they are. */
export function tinyModel(given: Partial<ModelConfig>, logVariance?: number): Buffer {
  const config = tinyConfig(given);
  const header: Record<string, unknown> = { __metadata__: { model: JSON.stringify(config) } };
  let end = 0;
  for (const [name, shape] of shapesOf(config)) {
    const start = end;
    end += 4 * shape.reduce((product, size) => product * size, 1);
    header[name] = { dtype: 'F32', shape, data_offsets: [start, end] };
  }
  const text = JSON.stringify(header);
  const json = Buffer.from(text.padEnd(8 * Math.ceil(text.length / 8)));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  const values = Float32Array.from({ length: end / 4 }, (_, index) => weight(index));
  if (logVariance !== undefined) {
    const { data_offsets: offsets } = header['encoder.posterior.bias'] as { data_offsets: [number, number] };
    values.fill(logVariance, offsets[1] / 4 - config.latentSize, offsets[1] / 4);
  }
  return Buffer.concat([length, json, Buffer.from(values.buffer)]);
}

/** Lists tiny models beside the one that the page opens with, and tells which of their files are fetched. */
export async function offer(page: Page, models: Record<string, Partial<ModelConfig>>, logVariance?: number) {
  const fetched: string[] = [];
  const files = Object.entries(models).map(([name, config]) => ({
    file: `${name}.bin`,
    config: tinyConfig(config),
    bytes: tinyModel(config, logVariance),
  }));
  await page.route('**/models/models.json', async (route) => {
    const shipped: ShippedModel[] = await (await route.fetch()).json();
    const tiny = files.map(({ file, config, bytes }) => listed(file, config, bytes));
    await route.fulfill({ json: [shipped[0], ...tiny] });
  });
  for (const { file, bytes } of files) {
    await page.route(`**/models/${file}`, async (route) => {
      fetched.push(file);
      await route.fulfill({ body: bytes });
    });
  }
  return fetched;
}
