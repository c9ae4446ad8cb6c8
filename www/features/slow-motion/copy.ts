// A copy of a model that is trained further in a worker of its own: neither exploring nor training waits for it.

import { type Remote, wrap } from 'comlink';
import { workerFails } from '../../engine/failure/failure';
import type { BreakdownApi, CopyOrder, Site, TakenApart } from '../../engine/protocol';

export class Copy {
  private readonly worker = new Worker(new URL('../../engine/workers/breakdown.ts', import.meta.url), {
    type: 'module',
    name: 'breakdown',
  });
  private readonly remote: Remote<BreakdownApi> = wrap<BreakdownApi>(this.worker);
  private readonly opened: Promise<void>;

  constructor(site: Promise<Site>, order: CopyOrder) {
    this.opened = this.guarded(async () => this.remote.open(await site, order));
  }

  async step(): Promise<TakenApart> {
    await this.opened;
    return this.guarded(async () => this.remote.step());
  }

  end() {
    this.worker.terminate();
  }

  private guarded<T>(work: () => Promise<T>): Promise<T> {
    return Promise.race([work(), workerFails(this.worker)]);
  }
}
