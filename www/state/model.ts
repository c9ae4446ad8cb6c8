// The model that the explorer answers from, and the shipped models to choose from.

import { signal } from '@preact/signals-core';
import type { ModelConfig, ModelSummary } from '../protocol';

/** The version counts the explorer's loads; run 0 is the shipped model. */
export interface Model {
  summary: ModelSummary;
  version: number;
  run: number;
  step: number;
}

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

/** The model that the page opens with. */
export const FIRST_MODEL = 'mnist-2d.safetensors';
/** The one that was trained to undo noise. */
export const DENOISING_MODEL = 'mnist-denoising.safetensors';

export const modelState = () => ({
  model: signal<Model | undefined>(undefined),
  models: signal<readonly ShippedModel[]>([]),
  /** The file of the shipped model that a reset brings back. */
  shipped: signal(FIRST_MODEL),
  /** The shipped model that is being fetched, and what part of it has come, from 0 to 1. */
  arriving: signal<{ file: string; part: number } | undefined>(undefined),
  /** Whether the shipped model's encoder has come too. */
  shippedWhole: signal(false),
});
