// Runs an evaluation in a worker of its own, on a copy of the model: exploring and training go on.

import { wrap } from 'comlink';
import type { ModelScope } from '../../app/model/scope';
import type { State } from '../../app/store';
import { Failed, failureOf } from '../../engine/failure/failure';
import { PageWorker } from '../../engine/page-worker';
import type { EvaluationProgress, EvaluatorApi, Site } from '../../engine/protocol';
import { wayTo } from '../../engine/transfer';
import type { Subject } from './state';

export class Evaluating {
  private worker: PageWorker | undefined;

  constructor(
    private readonly state: State,
    private readonly model: Pick<ModelScope, 'weights'>,
    private readonly site: () => Promise<Site>,
  ) {}

  async start(images: number, samples: number) {
    const { state } = this;
    this.end();
    const worker = new PageWorker(
      'evaluator',
      (name) =>
        new Worker(new URL('../../engine/workers/evaluator.ts', import.meta.url), { type: 'module', name }),
    );
    const goOn = wayTo((progress: EvaluationProgress) => this.hear(worker, progress));
    this.worker = worker;
    state.evaluation.progress.value = { done: 0, all: images, milliseconds: 0 };
    try {
      const weights = await this.model.weights();
      // Read after the weights came: snapshots come in between.
      const subject = subjectOf(state);
      const site = await this.site();
      const remote = wrap<EvaluatorApi>(worker.worker);
      const report = await worker
        .during(() => remote.evaluate(site, { weights, images, samples }, goOn.port))
        .catch((error: unknown) => {
          throw new Failed({ kind: 'evaluationStopped', why: failureOf(error) });
        });
      if (worker === this.worker && subject) state.evaluation.last.value = { subject, report };
    } finally {
      goOn.end();
      if (worker === this.worker) this.end();
    }
  }

  /** The figures over the digits seen so far stand, if there are any. */
  async stop() {
    const {
      evaluation: { progress: evaluating },
    } = this.state;
    if (!evaluating.value?.done) this.end();
    else evaluating.value = undefined;
  }

  /** Whether to go on. */
  private async hear(worker: PageWorker, progress: EvaluationProgress) {
    const {
      evaluation: { progress: evaluating },
    } = this.state;
    if (worker !== this.worker || !evaluating.value) return false;
    evaluating.value = progress;
    return true;
  }

  private end() {
    this.worker?.end();
    this.worker = undefined;
    this.state.evaluation.progress.value = undefined;
  }
}

export function subjectOf(state: State): Subject | undefined {
  const model = state.model.shown.peek();
  if (!model) return undefined;
  const { run, step } = model;
  const { config } = model.summary;
  if (run === 0)
    return { run, name: undefined, step, best: false, file: state.model.shipped.peek(), model: config };
  const kept = state.runs.kept.peek().find((kept) => kept.run === run);
  const { name, ending } = kept ?? { name: state.runs.name.peek(), ending: state.run.ending.peek() };
  return { run, name, step, best: ending === 'patience', file: '', model: config };
}
