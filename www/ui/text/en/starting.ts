import { sentence } from '../../../engine/failure/reason.ts';
import type { Missing } from '../../../engine/starting';

const missing: Record<Missing, string> = {
  'not offered': 'WebGPU is not offered by this browser.',
  'no adapter': 'WebGPU found no graphics adapter.',
  'no timestamp-query': 'WebGPU needs an adapter with “timestamp-query”, which this one lacks.',
};
const fallbacks = {
  webgpu: { failed: 'WebGPU', next: 'the CPU' },
  threads: { failed: 'The threads', next: 'one thread' },
};

/** What training waits for, what it runs on, and why that is not what was asked for. */
export const starting = {
  loading: 'Loading…',
  images: (percent: string) => `Loading the digits: ${percent} %`,
  gpu: 'Preparing the GPU…',
  comparison: 'Comparing the GPU with the CPU…',
  build: (build: string, percent: string) => `Loading the ${build} build: ${percent} %`,
  model: (images: string) => `Building the model for ${images} digits…`,
  cpu: (threads: number) => `CPU, ${threads} ${threads === 1 ? 'thread' : 'threads'}, SIMD`,
  webgpu: (adapter: string) => `WebGPU, ${adapter}`,
  unnamed: 'unnamed adapter',
  inSoftware: (adapter: string) => `${adapter}, in software`,
  faster: (device: string, other: 'cpu' | 'webgpu', less: string, more: string) =>
    `${device} (faster here than ${other === 'cpu' ? 'the CPU' : 'WebGPU'}: ${less} ms against ${more} ms a step)`,
  planned: 'chosen when training starts',
  plannedCpu: (why: string) => `the CPU. ${why}`,
  notOnWebGpu:
    'WebGPU trains models whose weights, and each layer with such a batch, fit the 128 MiB in one piece that it promises.',
  missing,
  onCpuInstead: (why: string) => `${why} Training on the CPU instead.`,
  noThreads: (threads: number) =>
    `Training with ${threads} threads is not possible: they can share no memory, for this page is not cross-origin ` +
    'isolated, or this browser does not offer it. Training on one instead.',
  fewerThreads: (asked: number, cores: number) =>
    `${asked} threads were asked for, but there ${cores === 1 ? 'is one core' : `are ${cores} cores`}: more threads than cores would be slower. Training on ${cores} instead.`,
  unused: (build: 'webgpu' | 'threads', why: string) =>
    `${fallbacks[build].failed} could not be used: ${sentence(why)} Training on ${fallbacks[build].next} instead.`,
  stopped: (build: 'webgpu' | 'threads', why: string, step: string) =>
    `${fallbacks[build].failed} stopped: ${sentence(why)} Training goes on on ${fallbacks[build].next} from step ${step}.`,
};
