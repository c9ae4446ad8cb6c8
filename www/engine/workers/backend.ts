// Which device trains, and why.

import { dataOf } from '../data/spec';
import type { Backend, RunConfig, RunRequest, Times } from '../protocol';
import type { Adapter, Missing } from '../starting';

/** What is asked of the browser: `navigator.gpu`. */
export interface Gpu {
  requestAdapter(options?: { powerPreference?: 'high-performance' }): Promise<GpuAdapter | null>;
}

export interface GpuAdapter {
  readonly features: { has(name: string): boolean };
  readonly info: {
    readonly isFallbackAdapter?: boolean;
    readonly vendor: string;
    readonly architecture: string;
    readonly description: string;
  };
}

/** `faster` is for a measurement to tell. */
export type Chosen =
  | { backend: 'webgpu' | 'faster'; adapter: Adapter }
  | { backend: 'cpu'; missing?: Missing };

/**
 * From here on a GPU is taken without a measurement: one step keeps a thread of a CPU for a third of a second, too long
 * to try it out. About twenty times the model and the batch that the page begins with.
 */
const LARGE = 5e9;

/** An adapter that the crate can use, or why there is none. */
type Found = Adapter | { missing: Missing };

export async function findAdapter(gpu: Gpu | undefined): Promise<Found> {
  if (!gpu) return { missing: 'not offered' };
  const found = await gpu.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null);
  if (!found) return { missing: 'no adapter' };
  // CubeCL 0.11 panics without it as soon as it is used, though it measures nothing here.
  if (!found.features.has('timestamp-query')) return { missing: 'no timestamp-query' };
  const { description, vendor, architecture, isFallbackAdapter } = found.info;
  const name = description || [vendor, architecture].filter(Boolean).join(' ');
  return { name, software: Boolean(isFallbackAdapter) };
}

/**
 * Automatic takes a real GPU for large models, the faster one for others, and the CPU where there is no GPU. WebGPU asked
 * for by name takes a software adapter too; where there is none, the answer says why.
 */
export async function chooseBackend({ choice, config }: RunRequest, gpu: Gpu | undefined): Promise<Chosen> {
  if (choice === 'cpu') return { backend: 'cpu' };
  const asked = choice === 'webgpu';
  const adapter = await findAdapter(gpu);
  if ('missing' in adapter) return asked ? { backend: 'cpu', ...adapter } : { backend: 'cpu' };
  if (asked) return { backend: 'webgpu', adapter };
  if (adapter.software) return { backend: 'cpu' };
  return { backend: multiplyAdds(config) < LARGE ? 'faster' : 'webgpu', adapter };
}

/** Places of a convolution's kernel, and by what it lessens the pixels. */
const [PLACES, SHRINKS] = [16, 4];

/** Multiply-adds of one step: each layer's product forward, and two of its size backward. */
export function multiplyAdds({ model, train }: RunConfig): number {
  const products = (widths: number[]) => widths.slice(1).map((width, layer) => width * (widths[layer] ?? 0));
  const sum = (numbers: number[]) => numbers.reduce((all, number) => all + number, 0);
  const data = dataOf(model);
  const pixelsAfter = (convolutions: number) => (data.width * data.height) / SHRINKS ** convolutions;
  const convolutions = products([data.channels, ...model.channels]).map(
    (product, layer) => product * PLACES * pixelsAfter(layer + 1),
  );
  const features = pixelsAfter(model.channels.length) * (model.channels.at(-1) ?? data.channels);
  const towards = (latent: number) =>
    sum([...convolutions, ...products([features, ...model.hiddenSizes, latent])]);
  // The encoder ends in mu and log_var, and L's lower triangle; the decoder mirrors it from z, of each sample.
  const { latentSize } = model;
  const head = 2 * latentSize + (model.fullCovariance ? (latentSize * (latentSize - 1)) / 2 : 0);
  return 3 * train.batchSize * (towards(head) + train.samples * towards(model.latentSize));
}

/** The faster one. */
export const faster = ({ cpu, webgpu }: Times): Backend => (webgpu < cpu ? 'webgpu' : 'cpu');
