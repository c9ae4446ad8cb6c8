import { type Remote, transfer, wrap } from 'comlink';
import { type Failure, failureOf } from '../failure/failure';
import { PageWorker } from '../page-worker';
import type { Build, RunEvent, Site, TrainerApi } from '../protocol';
import { wayTo } from '../transfer';

/** A trainer's worker: it lives for one run. */
export class TrainerClient {
  readonly remote: Remote<TrainerApi>;
  /** Rejects where there is no site; what becomes of the worker is told as an event. */
  readonly opened: Promise<void>;
  private readonly worker: PageWorker;
  private readonly events: { port: MessagePort; end(): void };
  private threads: BroadcastChannel | undefined;

  constructor(
    site: () => Promise<Site>,
    readonly run: number,
    hear: (event: RunEvent) => Promise<void>,
    /** Where its snapshots go. */
    snapshots: MessagePort,
  ) {
    const failed = (build: Build, why: Failure) => void hear({ run, event: { kind: 'failed', build, why } });
    this.events = wayTo(hear);
    this.worker = new PageWorker('trainer', (name) => {
      this.threads = new BroadcastChannel(name);
      this.threads.onmessage = ({ data }) => failed('threads', { kind: 'other', message: String(data) });
      return new Worker(new URL('../workers/trainer.ts', import.meta.url), { type: 'module', name });
    });
    this.remote = wrap<TrainerApi>(this.worker.worker);
    for (const end of [this.worker.loaded, this.worker.failed])
      end.catch((error: unknown) => failed('cpu', failureOf(error)));
    const { port } = this.events;
    this.opened = site().then((it) => this.remote.open(it, run, port, transfer(snapshots, [snapshots])));
  }

  end() {
    this.worker.end();
    this.events.end();
    this.threads?.close();
  }
}
