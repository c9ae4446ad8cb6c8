// What this browser could train on.

import { isIsolated } from '../engine/isolated';
import type { Backend } from '../engine/protocol';
import { findAdapter, type Gpu } from '../engine/workers/backend';
import { MOST_THREADS } from '../engine/workers/engine';
import { deviceWords } from '../ui/starting-words';
import { english } from '../ui/text';

export interface Device {
  backend: Backend;
  threads: number;
  words: string;
  /** Not a software adapter, which is slow and says nothing about a GPU. */
  worthwhile: boolean;
}

export interface DevicesHere {
  devices: Device[];
  /** Why others are not among them, in sentences. */
  missing: string[];
}

export async function devicesHere(): Promise<DevicesHere> {
  const devices: Device[] = [{ backend: 'cpu', threads: 1, words: 'CPU, 1 thread, SIMD', worthwhile: true }];
  const missing: string[] = [];
  const threads = Math.min(MOST_THREADS, navigator.hardwareConcurrency);
  if (!isIsolated())
    missing.push(
      'Threads share no memory: the page is not cross-origin isolated, or this browser offers none.',
    );
  else if (threads < 2) missing.push('Threads need more than one processor core.');
  else devices.push({ backend: 'cpu', threads, words: `CPU, ${threads} threads, SIMD`, worthwhile: true });

  const found = await findAdapter((navigator as { gpu?: Gpu }).gpu);
  if ('missing' in found) missing.push(english.starting.missing[found.missing]);
  else {
    const words = deviceWords({ backend: 'webgpu', adapter: found });
    devices.push({ backend: 'webgpu', threads: 1, words, worthwhile: !found.software });
  }
  return { devices, missing };
}
