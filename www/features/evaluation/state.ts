// The evaluation that runs, and the last report.

import { signal } from '@preact/signals-core';
import type { Subject } from '../../app/model/subject';
import type { Evaluation, EvaluationProgress } from '../../engine/protocol';

export const evaluationState = () => ({
  progress: signal<EvaluationProgress | undefined>(undefined),
  last: signal<{ subject: Subject; report: Evaluation } | undefined>(undefined),
});
