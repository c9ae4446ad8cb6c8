// A worker of the page: whether its script comes, and whether it lives.

import { checkScript } from './checked-script';
import { endOfWorker, Failed, type Failure } from './failure/failure';
import { patiently } from './patience';
import { hereOf } from './protocol/here';

let count = 0;

export class PageWorker {
  readonly worker: Worker;
  /** Resolves when its script runs, and is the page's own; rejects where that does not come. */
  readonly loaded: Promise<void>;
  /** The same of its script that runs, whatever it is. */
  private readonly here: Promise<string>;
  /** Rejects when it cannot be loaded, fails where no call hears of it, or ends by itself. */
  readonly failed: Promise<never>;
  private readonly ended = new AbortController();

  /** No other worker has the name that `make` gets, in other tabs neither. */
  constructor(kind: string, make: (name: string) => Worker) {
    const name = `${kind} ${performance.timeOrigin} ${++count}`;
    this.worker = make(name);
    const { worker } = this;
    const { signal } = this.ended;
    const here = new Promise<string>((resolve) => {
      const hear = ({ data }: MessageEvent) => {
        const script = hereOf(data);
        if (script !== undefined) resolve(script);
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
    const unlessFailed = <Result>(it: Promise<Result>) =>
      Promise.race([patiently(it, () => ({ kind: 'noWorker' })), this.failed]);
    this.here = unlessFailed(here);
    this.loaded = unlessFailed(here.then(checkScript));
    for (const it of [this.here, this.loaded]) it.catch(() => undefined);
  }

  /** The work's end, or what becomes of the worker before; of a script that is not the page's own, that alone. */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.here;
    const ended = work().finally(() => this.loaded);
    return Promise.race([ended, this.failed, this.loaded.then(() => ended)]);
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
