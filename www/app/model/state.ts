// The model that the explorer answers from.

import { signal } from '@preact/signals-core';
import type { Listed } from '../../engine/download';
import type { Form, ModelConfig, ModelSummary, RunConfig } from '../../engine/protocol';

/** The version counts the explorer's loads; run 0 is the shipped model. */
export interface Model {
  summary: ModelSummary;
  version: number;
  run: number;
  step: number;
}

/** Whether one is a later snapshot of the other's run, or the same: what one says holds of the other, if a little late. */
export const isOfSameSource = (one: Model, other: Model) =>
  one.run === other.run && (one.run > 0 || one.version === other.version);

/** A model of the site, as models/models.json lists it. */
export interface ShippedModel extends Listed {
  file: string;
  /** The key of what it was trained on; MNIST where none is named. */
  dataSet?: string;
  config: ModelConfig;
  /** σ of the noise that it was trained to undo; 0 for none. */
  noise: number;
  /** Test samples that its figures are of. */
  images: number;
  /** Nats an image, importance-weighted, over all test samples. */
  nll: number;
  /** The ELBO of the same samples. */
  elbo: number;
  /** The settings that it was trained with, where they are not the defaults. */
  recipe: Form;
}

/** The model that the page opens with. */
export const FIRST_MODEL = 'mnist-2d.safetensors';

/** In place of a shipped model's file: what a run begins with, where the data set has no model of its own. */
export const UNTRAINED = 'untrained';

export const modelState = () => ({
  shown: signal<Model | undefined>(undefined),
  /** What has come of all that the opening model needs, in bytes; that it did not come. */
  opening: signal<{ came: number; of: number } | 'failed' | undefined>(undefined),
  /** The shipped models to choose from. */
  list: signal<readonly ShippedModel[]>([]),
  /** The file of the shipped model that a reset brings back. */
  shipped: signal(FIRST_MODEL),
  /** The run that the untrained model is of. */
  untrained: signal<RunConfig | undefined>(undefined),
  /** The shipped model that is being fetched, and what part of it has come, from 0 to 1. */
  arriving: signal<{ file: string; part: number } | undefined>(undefined),
  /** Whether the shipped model's encoder has come too. */
  whole: signal(false),
});
