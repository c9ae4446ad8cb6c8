import { proxy, type Remote, transfer, wrap } from 'comlink';

import { type Asked, type OfModel, type Reply, Stale } from '../explorer/questions';
import type { Session } from '../explorer/session';
import { Failed, type Failure } from '../failure/failure';
import type { ExplorerApi, ExplorerEvent, Loaded, Site } from '../protocol';

const LAST_ANSWERS_MS = 1000;

/** The explorer's worker. A panic ends its wasm instance: then a new worker opens the shipped model in its place. */
export class ExplorerClient {
  /** Told of the model that a new worker opened, and of the snapshots that come. */
  onReplaced: (loaded: Loaded) => void = () => undefined;
  onEvent: (event: ExplorerEvent) => Promise<void> = async () => undefined;

  private worker = spawn();
  private remote = wrap<ExplorerApi>(this.worker);
  /** Aborts when the worker is gone: what it has not answered by then it never will. */
  private gone = new AbortController();
  /** Models of all workers are told apart. */
  private version = 0;

  constructor(
    private readonly site: Promise<Site>,
    private readonly shipped: () => Promise<Uint8Array>,
  ) {}

  async open(weights: Uint8Array): Promise<Loaded> {
    const tell = proxy((event: ExplorerEvent) => this.onEvent(event));
    const loaded = await this.remote.open(await this.site, weights, this.version, tell);
    return this.noted(loaded);
  }

  /** A question that needs no model. */
  ask<Answer>(question: (it: Asked<Session>) => Promise<Answer>): Promise<Answer> {
    return this.guarded((remote) => question(askedOf<Session>(remote, undefined)));
  }

  /**
   * A question of the model of this version.
   * @throws {Stale} where another one has taken its place.
   */
  askOf<Answer>(version: number, question: (it: Asked<OfModel>) => Promise<Answer>): Promise<Answer> {
    const { signal } = this.gone;
    return this.guarded((remote) => question(askedOf<OfModel>(remote, version))).catch((error: unknown) => {
      throw error === signal.reason ? new Stale('Another worker answers by now.') : error;
    });
  }

  /** Which model answers, and what of a run is shown. */
  async load<Result>(change: (remote: Remote<ExplorerApi>) => Promise<Result>): Promise<Result> {
    return this.noted(await this.guarded(change));
  }

  /** The run's snapshots come through this port. */
  async receive(run: number, port: MessagePort) {
    await this.guarded((remote) => remote.receive(run, transfer(port, [port])));
  }

  private noted<Result>(result: Result): Result {
    const { version } = (result ?? {}) as Partial<Loaded>;
    if (version !== undefined) this.version = Math.max(this.version, version);
    return result;
  }

  private async guarded<Result>(work: (remote: Remote<ExplorerApi>) => Promise<Result>): Promise<Result> {
    const { worker, gone } = this;
    try {
      return await unlessGone(gone.signal, work(this.remote));
    } catch (error) {
      const panicked = error instanceof Error && error.name === 'RuntimeError';
      if (!panicked) throw error;
      const why = { kind: 'explorerStopped', message: error.message } as const;
      if (worker === this.worker) await this.replace(why);
      throw new Failed(why);
    }
  }

  private async replace(why: Failure) {
    const { worker: old, gone } = this;
    setTimeout(() => {
      old.terminate();
      gone.abort(new Failed(why));
    }, LAST_ANSWERS_MS);
    this.worker = spawn();
    this.remote = wrap<ExplorerApi>(this.worker);
    this.gone = new AbortController();
    // Snapshots have been counted that the page has not heard of.
    this.version += 1000;
    this.onReplaced(await this.open(await this.shipped()));
  }
}

function spawn() {
  return new Worker(new URL('../workers/explorer.ts', import.meta.url), { type: 'module', name: 'explorer' });
}

function unlessGone<Result>(gone: AbortSignal, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const end = () => reject(gone.reason);
    gone.addEventListener('abort', end);
    work.then(resolve, reject).finally(() => gone.removeEventListener('abort', end));
  });
}

/** `it.area.name(...)`, sent as one message. */
export function askedOf<Of extends Session | OfModel>(
  remote: Pick<Remote<ExplorerApi>, 'answer'>,
  version: number | undefined,
): Asked<Of> {
  const area = (area: string) =>
    new Proxy(
      {},
      {
        get:
          (_, name: string) =>
          async (...rest: unknown[]) => {
            const reply: Reply = await remote.answer(version, [area, name], ...rest);
            if ('stale' in reply) throw new Stale('Another model has come since.');
            return reply.value;
          },
      },
    );
  return new Proxy({}, { get: (_, name: string) => area(name) }) as Asked<Of>;
}
