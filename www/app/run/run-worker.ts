// The one worker that trains: opened when it is needed, replaced for each run; what a replaced one still tells is dropped.

import { type Remote, transfer } from 'comlink';
import { TrainerClient } from '../../engine/clients/trainer';
import { unlessAborted } from '../../engine/clients/unless-aborted';
import type {
  From,
  Order,
  RunEvent,
  RunRequest,
  Site,
  Times,
  TrainerApi,
  TrainerEvent,
  TrainerEventOf,
} from '../../engine/protocol';
import type { ModelScope } from '../model/scope';

export class RunWorker {
  /** The id of the run whose events count; every worker gets its own. */
  run = 0;
  private client: TrainerClient | undefined;
  private going = new AbortController();
  private times: Readonly<Record<string, Times>> = {};

  constructor(
    private readonly site: () => Promise<Site>,
    private readonly model: Pick<ModelScope, 'follows'>,
    private readonly hear: (event: TrainerEvent) => Promise<void>,
    private readonly report: (error: unknown) => void,
  ) {}

  get isThere() {
    return this.client !== undefined;
  }

  /** Asks the worker that there is; nothing where there is none, or it ends meanwhile: then it answers no more. */
  async ask<Answer>(question: (it: Remote<TrainerApi>) => Promise<Answer>): Promise<Answer | undefined> {
    return this.client && this.unlessEnded(question(this.client.remote));
  }

  /** The worker that has warmed up, or else a new one; whether it is there still, once it is open. */
  async open(): Promise<boolean> {
    this.client ??= this.spawn();
    const { client } = this;
    await this.unlessEnded(client.opened);
    return client === this.client;
  }

  /** Only where no worker has been opened before. */
  async warmUp(request: RunRequest) {
    if (this.client) return;
    if (await this.open()) await this.ask((it) => it.warmUp(request));
  }

  async create(order: Omit<Order, 'times'>) {
    if (await this.open()) await this.ask((it) => it.create({ ...order, times: this.times }));
  }

  /** What was measured is known to the next run too. */
  remember({ key, times }: TrainerEventOf<'timed'>) {
    this.times = { ...this.times, [key]: times };
  }

  /** Another explorer listens: its way from the trainer is made anew. */
  async reconnect() {
    const port = this.wayToExplorer();
    await this.ask((it) => it.connect(transfer(port, [port])));
  }

  /** The run as it stands, to go on from at another time; nothing before its first step, or where it ends meanwhile. */
  async checkpoint(): Promise<From | undefined> {
    return this.ask((it) => it.checkpoint());
  }

  /** What it still tells says nothing of the next run. */
  end() {
    this.run++;
    this.going.abort();
    this.going = new AbortController();
    this.client?.end();
    this.client = undefined;
  }

  private async unlessEnded<Result>(work: Promise<Result>): Promise<Result | undefined> {
    const { signal } = this.going;
    return unlessAborted(signal, work).catch((error: unknown) => {
      if (error !== signal.reason) throw error;
      return undefined;
    });
  }

  private spawn() {
    this.run++;
    return new TrainerClient(this.site, this.run, (event) => this.take(event), this.wayToExplorer());
  }

  /** The trainer's end of it. */
  private wayToExplorer(): MessagePort {
    const { port1, port2 } = new MessageChannel();
    this.model.follows(this.run, port2).catch(this.report);
    return port1;
  }

  private async take({ run, event }: RunEvent) {
    if (run !== this.run) return;
    await this.hear(event);
  }
}
