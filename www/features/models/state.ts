// The shipped models to choose from.

import { signal } from '@preact/signals-core';
import type { ModelConfig } from '../../engine/protocol';

/** A model of the site, as models/models.json lists it. */
export interface ShippedModel {
  file: string;
  bytes: number;
  config: ModelConfig;
  /** σ of the noise that it was trained to undo; 0 for none. */
  noise: number;
  /** Nats an image, importance-weighted, over all test digits. */
  nll: number;
}

/** The one that was trained to undo noise. */
export const DENOISING_MODEL = 'mnist-denoising.safetensors';

export const modelsState = () => ({
  list: signal<readonly ShippedModel[]>([]),
});
