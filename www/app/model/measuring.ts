// Measures a copy of the model in a worker of its own: exploring and training go on, and it can be stopped.

import type { Signal } from '@preact/signals-core';
import { Failed, failureOf } from '../../engine/failure/failure';
import { PageWorker } from '../../engine/page-worker';
import type { EvaluationProgress, Site } from '../../engine/protocol';
import { wayTo } from '../../engine/transfer';
import type { Page } from '../page';
import { type Subject, subjectOf } from './subject';

/** What is measured by `Order`, and where it is told. */
interface Kind<Order extends { images: number }, Report> {
  name: string;
  make(name: string): Worker;
  /** Asks the worker; whether to go on is asked through the port. */
  measure(
    worker: Worker,
    site: Site,
    order: Order & { weights: Uint8Array },
    goOn: MessagePort,
  ): Promise<Report>;
  progress: Signal<EvaluationProgress | undefined>;
  show(subject: Subject, report: Report): void;
}

export class Measuring<Order extends { images: number }, Report> {
  private worker: PageWorker | undefined;

  constructor(
    private readonly page: Pick<Page, 'state' | 'model' | 'site'>,
    private readonly kind: Kind<Order, Report>,
  ) {}

  async start(order: Order) {
    const { kind, page } = this;
    this.end();
    const worker = new PageWorker(kind.name, kind.make);
    const goOn = wayTo((progress: EvaluationProgress) => this.hear(worker, progress));
    this.worker = worker;
    kind.progress.value = { done: 0, all: order.images, milliseconds: 0 };
    try {
      const weights = await page.model.weights();
      // Read after the weights came: snapshots come in between.
      const subject = subjectOf(page.state);
      const site = await page.site();
      const report = await worker
        .during(() => kind.measure(worker.worker, site, { ...order, weights }, goOn.port))
        .catch((error: unknown) => {
          throw new Failed({ kind: 'evaluationStopped', why: failureOf(error) });
        });
      if (worker === this.worker && subject) kind.show(subject, report);
    } finally {
      goOn.end();
      if (worker === this.worker) this.end();
    }
  }

  /** The figures over the images seen so far stand, if there are any. */
  stop() {
    const { progress } = this.kind;
    if (!progress.peek()?.done) this.end();
    else progress.value = undefined;
  }

  /** Whether to go on. */
  private async hear(worker: PageWorker, progress: EvaluationProgress) {
    if (worker !== this.worker || !this.kind.progress.peek()) return false;
    this.kind.progress.value = progress;
    return true;
  }

  private end() {
    this.worker?.end();
    this.worker = undefined;
    this.kind.progress.value = undefined;
  }
}
