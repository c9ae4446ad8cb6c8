// The survey of a use that runs, and the last one's figures.

import { signal } from '@preact/signals-core';
import type { Subject } from '../../app/model/subject';
import type { EvaluationProgress } from '../../engine/protocol';
import type { Row, Use } from '../../engine/protocol/surveyor';

export interface Surveyed {
  subject: Subject;
  use: Use;
  /** Test images that were asked for. */
  images: number;
  rows: readonly Row[];
}

export const surveyState = () => ({
  progress: signal<EvaluationProgress | undefined>(undefined),
  last: signal<Surveyed | undefined>(undefined),
});
