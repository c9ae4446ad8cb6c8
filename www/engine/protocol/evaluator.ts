// What the page asks of those that work on a copy of a model.

import type { Evaluation, RunConfig, StepBreakdown } from './crate';
import type { Site } from './site';

export interface EvaluationProgress {
  done: number;
  all: number;
  /** Time that the digits done have taken. */
  milliseconds: number;
}

export interface EvaluatorApi {
  /** A copy of a model on the first `images` of the test set, until they are done or who listens at `goOn` says no. */
  evaluate(
    site: Site,
    order: { weights: Uint8Array; images: number; samples: number },
    goOn: MessagePort,
  ): Promise<Evaluation>;
}

/** Whether to go on. */
export type GoOn = (progress: EvaluationProgress) => Promise<boolean>;

/** A copy of a model to train further by these settings; its batches begin with the sample. */
export interface CopyOrder {
  config: RunConfig;
  weights: Uint8Array;
  sample: { pixels: Uint8Array; label: number };
}

/** A step taken apart, with the weights on either side of it. */
export interface TakenApart {
  before: Uint8Array;
  after: Uint8Array;
  walk: StepBreakdown;
}

export interface BreakdownApi {
  /** Comes first. */
  open(site: Site, order: CopyOrder): Promise<void>;
  /** One optimiser step further. */
  step(): Promise<TakenApart>;
}
