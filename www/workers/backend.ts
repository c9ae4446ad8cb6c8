// Which device trains, and why, in words.

import type { BackendChoice } from '../protocol';

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

export type Chosen = { backend: 'webgpu'; words: string } | { backend: 'cpu'; notice?: string };

/**
 * Automatic takes a real GPU, else the CPU. WebGPU asked for by name takes a software adapter too; where there is none,
 * the notice says so.
 */
export async function chooseBackend(choice: BackendChoice, gpu: Gpu | undefined): Promise<Chosen> {
  if (choice === 'cpu') return { backend: 'cpu' };
  const asked = choice === 'webgpu';
  const refuse = (reason: string): Chosen => ({
    backend: 'cpu',
    ...(asked ? { notice: `${reason} Training on the CPU instead.` } : {}),
  });

  if (!gpu) return refuse('WebGPU is not offered by this browser.');
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null);
  if (!adapter) return refuse('WebGPU found no graphics adapter.');
  if (!adapter.features.has('timestamp-query')) {
    return refuse('WebGPU needs an adapter with “timestamp-query”, which this one lacks.');
  }
  if (adapter.info.isFallbackAdapter && !asked) return { backend: 'cpu' };
  return { backend: 'webgpu', words: `WebGPU (${adapterName(adapter)})` };
}

function adapterName({ info }: GpuAdapter) {
  const name =
    info.description || [info.vendor, info.architecture].filter(Boolean).join(' ') || 'unnamed adapter';
  return info.isFallbackAdapter ? `${name}, in software` : name;
}
