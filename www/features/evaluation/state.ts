// The evaluation that runs, and the last report.

import { signal } from '@preact/signals-core';
import type { RunName } from '../../app/run/kept';
import type { Evaluation, EvaluationProgress, ModelConfig } from '../../engine/protocol';

/** The model that an evaluation is of. */
export interface Subject {
  run: number;
  /** The run's name then, where it is a run's. */
  name: RunName | undefined;
  step: number;
  /** Whether it is the best of the run's models rather than the last. */
  best: boolean;
  file: string;
  model: ModelConfig;
}

export const evaluationState = () => ({
  progress: signal<EvaluationProgress | undefined>(undefined),
  last: signal<{ subject: Subject; report: Evaluation } | undefined>(undefined),
});
