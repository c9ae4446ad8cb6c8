// The model that is timed, and how the cost of a step grows with each size of the model and of its batches, the other sizes staying.

import type { RunConfig } from '../engine/protocol';

/** The model that peers are compared on, 784-400-2-400-784; what it does not say is as the page starts. */
export function standardRun({ model, train }: RunConfig): RunConfig {
  return {
    model: { ...model, latentSize: 2, hiddenSizes: [400] },
    train: { ...train, learningRate: 1e-3, warmUpSteps: 0, batchSize: 128 },
  };
}

export type Size = 'batch' | 'width' | 'latent';

export const sizes: readonly { size: Size; words: string; values: readonly number[] }[] = [
  { size: 'batch', words: 'Batch size', values: [32, 64, 128, 256, 512, 1024] },
  { size: 'width', words: 'Hidden width', values: [128, 256, 512, 1024, 2048] },
  { size: 'latent', words: 'Latent size', values: [2, 4, 8, 16, 32, 64] },
];

export function withSize({ model, train }: RunConfig, size: Size, value: number): RunConfig {
  if (size === 'batch') return { model, train: { ...train, batchSize: value } };
  if (size === 'width') return { model: { ...model, hiddenSizes: [value] }, train };
  return { model: { ...model, latentSize: value }, train };
}
