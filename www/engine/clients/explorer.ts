import { type Remote, transfer, wrap } from 'comlink';

import { type Asked, type OfModel, type Questions, type Reply, Stale } from '../explorer/questions';
import type { Session } from '../explorer/session';
import { Failed, type Failure, failureOf, isTrap } from '../failure/failure';
import { reasonOf } from '../failure/reason';
import { PageWorker } from '../page-worker';
import type { ExplorerApi, ExplorerEvent, Loaded, Site } from '../protocol';
import { wayTo } from '../transfer';
import { unlessAborted } from './unless-aborted';

const LAST_ANSWERS_MS = 1000;

/** A worker, and the ways to it. */
interface Line {
  worker: PageWorker;
  remote: Remote<ExplorerApi>;
  opened: Promise<void>;
  events: { port: MessagePort; end(): void };
  /** Aborts when the worker is gone: what it has not answered by then it never will. */
  gone: AbortController;
  /** Whether it has answered something. */
  lived: boolean;
}

/** The explorer's worker. One that ends is replaced by another; one that never answered is tried again with the next call. */
export class ExplorerClient {
  /** Another worker is there, which has no model yet. */
  onReplaced: () => Promise<void> = async () => undefined;
  /** Told of the snapshots that come. */
  onEvent: (event: ExplorerEvent) => Promise<void> = async () => undefined;

  private line: Line | undefined;
  /** Models of all workers are told apart. */
  private version = 0;

  constructor(
    private readonly site: () => Promise<Site>,
    private readonly report: (error: unknown) => void,
  ) {
    this.line = this.spawn();
  }

  /** A question that needs no model. */
  ask<Answer>(question: (it: Asked<Session>) => Promise<Answer>): Promise<Answer> {
    return this.guarded(this.present(), (remote) => question(askedOf<Session>(remote, undefined)));
  }

  /**
   * A question of the model of this version.
   * @throws {Stale} where another one has taken its place.
   */
  askOf<Answer>(version: number, question: (it: Asked<OfModel>) => Promise<Answer>): Promise<Answer> {
    const line = this.present();
    const { signal } = line.gone;
    return this.guarded(line, (remote) => question(askedOf<OfModel>(remote, version))).catch(
      (error: unknown) => {
        throw error === signal.reason ? new Stale('Another worker answers by now.') : error;
      },
    );
  }

  /** Which model answers, and what of a run is shown. */
  async load<Result>(change: (remote: Remote<ExplorerApi>) => Promise<Result>): Promise<Result> {
    return this.noted(await this.guarded(this.present(), change));
  }

  /** The run's snapshots come through this port. */
  async receive(run: number, port: MessagePort) {
    await this.guarded(this.present(), (remote) => remote.receive(run, transfer(port, [port])));
  }

  private noted<Result>(result: Result): Result {
    const { version } = (result ?? {}) as Partial<Loaded>;
    if (version !== undefined) this.version = Math.max(this.version, version);
    return result;
  }

  private present(): Line {
    this.line ??= this.spawn();
    return this.line;
  }

  private async guarded<Result>(
    line: Line,
    work: (remote: Remote<ExplorerApi>) => Promise<Result>,
  ): Promise<Result> {
    // One that has answered is open: a question goes at once, before whatever else a hand's move changes.
    if (!line.lived) await line.opened;
    try {
      const result = await unlessAborted(line.gone.signal, work(line.remote));
      line.lived = true;
      return result;
    } catch (error) {
      if (!isTrap(error)) throw error;
      // It is started anew: there is nothing that a person should do.
      const why: Failure = { kind: 'explorerStopped', why: { kind: 'other', message: reasonOf(error) } };
      await this.replace(line, why);
      throw new Failed(why);
    }
  }

  private spawn(): Line {
    const worker = new PageWorker(
      'explorer',
      (name) => new Worker(new URL('../workers/explorer.ts', import.meta.url), { type: 'module', name }),
    );
    const remote = wrap<ExplorerApi>(worker.worker);
    const events = wayTo((event: ExplorerEvent) => this.onEvent(event));
    const open = (site: Site) =>
      worker
        .during(() => remote.open(site, this.version, events.port))
        .catch((error: unknown) => {
          throw new Failed({ kind: 'noExplorer', why: failureOf(error) });
        });
    const opened = this.site().then(open);
    const line: Line = { worker, remote, opened, events, gone: new AbortController(), lived: false };
    opened.then(
      () => worker.failed.catch((error: unknown) => this.lost(line, failureOf(error))),
      () => this.drop(line),
    );
    return line;
  }

  /** No call has heard of it. */
  private async lost(line: Line, why: Failure) {
    if (line !== this.line) return;
    const stopped: Failure = { kind: 'explorerStopped', why };
    this.report(new Failed(stopped));
    await this.replace(line, stopped).catch(this.report);
  }

  /** A panic ends a worker's wasm instance: what it has answered before is let come. */
  private async replace(line: Line, why: Failure) {
    if (line !== this.line) return;
    this.line = undefined;
    setTimeout(() => {
      this.drop(line);
      line.gone.abort(new Failed(why));
    }, LAST_ANSWERS_MS);
    // Snapshots have been counted that the page has not heard of.
    this.version += 1000;
    if (line.lived) await this.onReplaced();
  }

  private drop(line: Line) {
    if (line === this.line) this.line = undefined;
    line.worker.end();
    line.events.end();
  }
}

/** `it.area.name(...)`, sent as one message. */
export function askedOf<Of, Areas = Questions>(
  remote: Pick<Remote<ExplorerApi>, 'answer'>,
  version: number | undefined,
): Asked<Of, Areas> {
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
  return new Proxy({}, { get: (_, name: string) => area(name) }) as Asked<Of, Areas>;
}
