// Which device trains, and why, in words.

import type { Backend, RunConfig, Times, Wish } from '../protocol';

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
  | { backend: 'webgpu' | 'faster'; adapter: string }
  | { backend: 'cpu'; notice: string | undefined };

/**
 * From here on a GPU is taken without a measurement: one step keeps a thread of a CPU for a third of a second, too long
 * to try it out. About twenty times the model and the batch that the page begins with.
 */
const LARGE = 5e9;

/** An adapter that the crate can use, or why there is none. */
type Found = { adapter: string; software: boolean } | { missing: string };

export async function findAdapter(gpu: Gpu | undefined): Promise<Found> {
  if (!gpu) return { missing: 'WebGPU is not offered by this browser.' };
  const found = await gpu.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null);
  if (!found) return { missing: 'WebGPU found no graphics adapter.' };
  // CubeCL 0.11 panics without it as soon as it is used, though it measures nothing here.
  if (!found.features.has('timestamp-query'))
    return { missing: 'WebGPU needs an adapter with “timestamp-query”, which this one lacks.' };
  return { adapter: adapterName(found), software: Boolean(found.info.isFallbackAdapter) };
}

/**
 * Automatic takes a real GPU for large models, the faster one for others, and the CPU where there is no GPU. WebGPU asked
 * for by name takes a software adapter too; where there is none, the notice says so.
 */
export async function chooseBackend({ choice, config }: Wish, gpu: Gpu | undefined): Promise<Chosen> {
  if (choice === 'cpu') return { backend: 'cpu', notice: undefined };
  const asked = choice === 'webgpu';
  const found = await findAdapter(gpu);
  if ('missing' in found) {
    const notice = asked ? `${found.missing} Training on the CPU instead.` : undefined;
    return { backend: 'cpu', notice };
  }
  const { adapter, software } = found;
  if (asked) return { backend: 'webgpu', adapter };
  if (software) return { backend: 'cpu', notice: undefined };
  return { backend: multiplyAdds(config) < LARGE ? 'faster' : 'webgpu', adapter };
}

function adapterName({ info }: GpuAdapter) {
  const name =
    info.description || [info.vendor, info.architecture].filter(Boolean).join(' ') || 'unnamed adapter';
  return info.isFallbackAdapter ? `${name}, in software` : name;
}

const PIXELS = 784;

/** Multiply-adds of one step: each layer's product forward, and two of its size backward. */
export function multiplyAdds({ model, train }: RunConfig): number {
  const products = (widths: number[]) =>
    widths.reduce((sum, width, layer) => sum + width * (widths[layer - 1] ?? 0), 0);
  const towards = (latent: number) => products([PIXELS, ...model.hiddenSizes, latent]);
  // The encoder ends in mu and log_var; the decoder mirrors it from z.
  return 3 * train.batchSize * (towards(2 * model.latentSize) + towards(model.latentSize));
}

/** The faster one, and why it is taken. */
export function faster({ cpu, webgpu }: Times): { backend: Backend; why: string } {
  const words = (other: string, less: number, more: number) =>
    `faster here than ${other}: ${milliseconds(less)} against ${milliseconds(more)} a step`;
  return webgpu < cpu
    ? { backend: 'webgpu', why: words('the CPU', webgpu, cpu) }
    : { backend: 'cpu', why: words('WebGPU', cpu, webgpu) };
}

const milliseconds = (time: number) => `${Number(time.toPrecision(2))} ms`;
