import { proxy, type Remote, transfer, wrap } from 'comlink';
import { endOfWorker, type Failure } from '../failure/failure';
import type { Build, RunEvent, Site, TrainerApi } from '../protocol';

/** A trainer's worker: it lives for one run. */
export class TrainerClient {
  readonly remote: Remote<TrainerApi>;
  readonly opened: Promise<void>;
  private readonly worker: Worker;
  private readonly threads: BroadcastChannel;

  constructor(
    site: Promise<Site>,
    readonly run: number,
    hear: (event: RunEvent) => Promise<void>,
    /** Where its snapshots go. */
    snapshots: MessagePort,
  ) {
    // No other trainer has this name, in other tabs neither.
    const name = `trainer ${performance.timeOrigin} ${run}`;
    this.worker = new Worker(new URL('../workers/trainer.ts', import.meta.url), { type: 'module', name });
    this.threads = new BroadcastChannel(name);
    const failed = (build: Build, why: Failure) => void hear({ run, event: { kind: 'failed', build, why } });
    this.worker.onerror = ({ message }) => failed('cpu', endOfWorker(message));
    this.threads.onmessage = ({ data }) => failed('threads', { kind: 'other', message: String(data) });
    this.remote = wrap<TrainerApi>(this.worker);
    this.opened = site.then((it) => this.remote.open(it, run, proxy(hear), transfer(snapshots, [snapshots])));
  }

  end() {
    this.worker.terminate();
    this.threads.close();
  }
}
