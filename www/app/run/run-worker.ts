// The one worker that trains: opened when it is needed, replaced for each run; what a replaced one still tells is dropped.

import type { Remote } from 'comlink';
import type { Order, Site, Tidings, Times, TrainerApi, TrainerEvent, Wish } from '../../engine/protocol';
import { TrainerClient } from '../../engine/trainer-client';

export class RunWorker {
  /** The id of the run whose events count; every worker gets its own. */
  run = 0;
  private client: TrainerClient | undefined;
  private times: Readonly<Record<string, Times>> = {};

  constructor(
    private readonly site: Promise<Site>,
    private readonly hear: (tidings: Tidings) => Promise<void>,
  ) {}

  /** Of the worker that there is. */
  get remote(): Remote<TrainerApi> | undefined {
    return this.client?.remote;
  }

  /** The worker that has warmed up, or else a new one. */
  async open(): Promise<Remote<TrainerApi>> {
    this.client ??= new TrainerClient(this.site, ++this.run, (event) => this.take(event));
    const { opened, remote } = this.client;
    await opened;
    return remote;
  }

  /** Only where no worker has been opened before. */
  async warmUp(wish: Wish) {
    if (this.client) return;
    const remote = await this.open();
    await remote.warmUp(wish);
  }

  async create(order: Omit<Order, 'times'>) {
    const remote = await this.open();
    await remote.create({ ...order, times: this.times });
  }

  /** What it still tells says nothing of the next run. */
  end() {
    this.run++;
    this.client?.end();
    this.client = undefined;
  }

  private async take({ run, tidings }: TrainerEvent) {
    if (run !== this.run) return;
    if (tidings.kind === 'timed') this.times = { ...this.times, [tidings.key]: tidings.times };
    await this.hear(tidings);
  }
}
