// A worker of the page: whether its script comes, and whether it lives.

import { endOfWorker, Failed, type Failure } from './failure/failure';
import { patiently } from './patience';
import { HERE } from './protocol/here';

let count = 0;

export class PageWorker {
  readonly worker: Worker;
  /** Resolves when its script runs; rejects where that does not come. */
  readonly loaded: Promise<void>;
  /** Rejects when it cannot be loaded, fails where no call hears of it, or ends by itself. */
  readonly failed: Promise<never>;
  private readonly ended = new AbortController();

  /** No other worker has the name that `make` gets, in other tabs neither. */
  constructor(kind: string, make: (name: string) => Worker) {
    const name = `${kind} ${performance.timeOrigin} ${++count}`;
    this.worker = make(name);
    const { worker } = this;
    const { signal } = this.ended;
    const here = new Promise<void>((resolve) => {
      const hear = ({ data }: MessageEvent) => {
        if (data === HERE) resolve();
      };
      worker.addEventListener('message', hear, { signal });
    });
    this.failed = new Promise((_, reject) => {
      const fail = (why: Failure) => reject(new Failed(why));
      worker.addEventListener('error', ({ message }) => fail(endOfWorker(message)), { signal });
      worker.addEventListener('messageerror', () => fail({ kind: 'noWorker' }), { signal });
      here.then(() => whenFree(name, signal, () => fail({ kind: 'workerEnded' })));
    });
    this.failed.catch(() => undefined);
    this.loaded = Promise.race([patiently(here, () => ({ kind: 'noWorker' })), this.failed]);
    this.loaded.catch(() => undefined);
  }

  /** The work's end, or what becomes of the worker before. */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.loaded;
    return Promise.race([work(), this.failed]);
  }

  end() {
    this.ended.abort();
    this.worker.terminate();
  }
}

/** The worker holds a lock of its name as long as it lives. */
function whenFree(name: string, signal: AbortSignal, ended: () => void) {
  // Outside a secure context there are none.
  navigator.locks?.request(name, { signal }, ended).catch(() => undefined);
}
