// A copy of a model that is trained further in a worker of its own: neither exploring nor training waits for it.

import { type Remote, wrap } from 'comlink';
import { PageWorker } from '../../engine/page-worker';
import type { BreakdownApi, CopyOrder, Site, TakenApart } from '../../engine/protocol';

export class Copy {
  private readonly worker = new PageWorker(
    'breakdown',
    (name) =>
      new Worker(new URL('../../engine/workers/breakdown.ts', import.meta.url), { type: 'module', name }),
  );
  private readonly remote: Remote<BreakdownApi> = wrap<BreakdownApi>(this.worker.worker);
  private readonly opened: Promise<void>;

  constructor(site: () => Promise<Site>, order: CopyOrder) {
    this.opened = site().then((it) => this.worker.during(() => this.remote.open(it, order)));
  }

  async step(): Promise<TakenApart> {
    await this.opened;
    return this.worker.during(() => this.remote.step());
  }

  end() {
    this.worker.end();
  }
}
