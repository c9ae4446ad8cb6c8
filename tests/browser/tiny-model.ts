// Tiny models as safetensors files, with weights of no meaning: what a page does with a model, not how good it is.

import type { Page } from '@playwright/test';
import type { ShippedModel } from '../../www/app/model/state';
import { DEFAULT_RUN as PLAIN } from '../../www/app/settings/schema';
import type { DataSpec, ModelConfig } from '../../www/engine/protocol';
import { sumOf } from '../../www/setup/sums.mjs';

const WIDTH = 8;

/** Tensors of a dense model with one hidden layer, by the crate's names. */
function shapesOf(config: ModelConfig): [string, number[]][] {
  const { latentSize, conditional, deterministic, likelihood, prior, lowerSize = 0 } = config;
  // The default run says it.
  const { width, height, channels, classes } = config.data as DataSpec;
  const pixels = width * height * channels;
  const told = conditional ? classes.length : 0;
  const dense = (name: string, inputs: number, outputs: number): [string, number[]][] => [
    [`${name}.weight`, [outputs, inputs]],
    [`${name}.bias`, [outputs]],
  ];
  const lower = [
    ...dense('lower.hidden.0', latentSize + told, WIDTH),
    ...dense('lower.prior', WIDTH, 2 * lowerSize),
  ];
  return [
    ...dense('encoder.hidden.0', pixels + told, WIDTH),
    ...dense('encoder.posterior', WIDTH, deterministic ? latentSize : 2 * (latentSize + lowerSize)),
    ...(lowerSize > 0 ? lower : []),
    ...dense('decoder.hidden.0', (lowerSize || latentSize) + told, WIDTH),
    ...dense('decoder.logits', WIDTH, likelihood.kind === 'gaussianPixel' ? 2 * pixels : pixels),
    ...(prior?.kind === 'mixture' ? mixture(prior.components, latentSize) : []),
  ];
}

const mixture = (components: number, latentSize: number): [string, number[]][] => [
  ['prior.logits', [components]],
  ['prior.means', [components, latentSize]],
  ['prior.log_vars', [components, latentSize]],
];

/** Weights that differ, the same at every call. */
function weight(index: number) {
  return Math.sin(12.9898 * index) / 2;
}

export const tinyConfig = (given: Partial<ModelConfig>): ModelConfig => ({
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
  images: 10_000,
  nll: 500,
  elbo: -510,
  recipe: {},
});

/** With the log-variances of the posterior as they are said, if they are. */
export function tinyModel(given: Partial<ModelConfig>, logVariance?: number): Buffer {
  const config = tinyConfig(given);
  return fileOf(config, (name, [outputs = 0], before) => {
    const first = name === 'encoder.posterior.bias' ? outputs - config.latentSize : Number.POSITIVE_INFINITY;
    return (at) => (logVariance !== undefined && at >= first ? logVariance : weight(before + at));
  });
}

/** Tells of a tensor, by its name and shape and how many weights come before it, each of its own. */
type Values = (name: string, shape: readonly number[], before: number) => (index: number) => number;

export function fileOf(config: ModelConfig, valuesOf: Values): Buffer {
  const header: Record<string, unknown> = { __metadata__: { model: JSON.stringify(config) } };
  const parts: Buffer[] = [];
  let end = 0;
  for (const [name, shape] of shapesOf(config)) {
    const length = shape.reduce((product, size) => product * size, 1);
    const value = valuesOf(name, shape, end / 4);
    parts.push(Buffer.from(Float32Array.from({ length }, (_, index) => value(index)).buffer));
    header[name] = { dtype: 'F32', shape, data_offsets: [end, end + 4 * length] };
    end += 4 * length;
  }
  const text = JSON.stringify(header);
  const json = Buffer.from(text.padEnd(8 * Math.ceil(text.length / 8)));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  return Buffer.concat([length, json, ...parts]);
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
