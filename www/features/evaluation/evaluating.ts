// Runs an evaluation.

import { wrap } from 'comlink';
import { Measuring } from '../../app/model/measuring';
import type { Page } from '../../app/page';
import type { Evaluation, EvaluatorApi } from '../../engine/protocol';

export const evaluating = (page: Page) =>
  new Measuring<{ images: number; samples: number }, Evaluation>(page, {
    name: 'evaluator',
    make: (name) =>
      new Worker(new URL('../../engine/workers/evaluator.ts', import.meta.url), { type: 'module', name }),
    measure: (worker, site, order, goOn) => wrap<EvaluatorApi>(worker).evaluate(site, order, goOn),
    progress: page.state.evaluation.progress,
    show(subject, report) {
      page.state.evaluation.last.value = { subject, report };
    },
  });
