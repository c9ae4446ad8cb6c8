// Which device trains, and why, in words.

import type { Backend, BackendChoice } from '../protocol';

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

export interface Chosen {
  backend: Backend;
  words: string;
  /** Why it is not what was asked for. */
  notice?: string;
}

const cpu: Chosen = { backend: 'cpu', words: 'CPU, 1 thread, SIMD' };

/**
 * Automatic takes a real GPU, else the CPU. WebGPU asked for by name takes a software adapter too; where there is none,
 * the notice says so.
 */
export async function chooseBackend(choice: BackendChoice, gpu: Gpu | undefined): Promise<Chosen> {
  if (choice === 'cpu') return cpu;
  const asked = choice === 'webgpu';
  const refuse = (reason: string): Chosen =>
    asked ? { ...cpu, notice: `${reason} Training on the CPU instead.` } : cpu;

  if (!gpu) return refuse('WebGPU is not offered by this browser.');
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null);
  if (!adapter) return refuse('WebGPU found no graphics adapter.');
  if (!adapter.features.has('timestamp-query')) {
    return refuse('WebGPU needs an adapter with “timestamp-query”, which this one lacks.');
  }
  if (adapter.info.isFallbackAdapter && !asked) return cpu;
  return { backend: 'webgpu', words: `WebGPU (${adapterName(adapter)})` };
}

/** What to do when the WebGPU build does not load. */
export function withoutWebGpuBuild(reason: string): Chosen {
  return { ...cpu, notice: `The WebGPU build could not be loaded (${reason}). Training on the CPU instead.` };
}

function adapterName({ info }: GpuAdapter) {
  const name =
    info.description || [info.vendor, info.architecture].filter(Boolean).join(' ') || 'unnamed adapter';
  return info.isFallbackAdapter ? `${name}, in software` : name;
}
