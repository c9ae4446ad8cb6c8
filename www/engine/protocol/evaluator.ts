// What the page asks of those that work on a copy of a model.

import type { Evaluation, RecordedStep, StepBreakdown } from './crate';
import type { Site } from './site';

export interface EvaluationProgress {
  done: number;
  all: number;
  /** Time that the digits done have taken. */
  milliseconds: number;
}

export interface EvaluatorApi {
  /** A copy of a model on the first `images` of the test set, until they are done or `goOn` says no. */
  evaluate(
    site: Site,
    order: { weights: Uint8Array; images: number; samples: number },
    goOn: (progress: EvaluationProgress) => Promise<boolean>,
  ): Promise<Evaluation>;
}

export interface BreakdownApi {
  breakDown(site: Site, recorded: RecordedStep): Promise<StepBreakdown>;
}
