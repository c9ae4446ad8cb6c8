// The worker that puts a copy of a model to use: made when something is first asked, and again after it has ended.

import { type Remote, transfer, wrap } from 'comlink';
import type { Asked } from '../explorer/questions';
import { Failed, failureOf, isTrap } from '../failure/failure';
import { PageWorker } from '../page-worker';
import type { DataFiles, Site } from '../protocol';
import type { UsesApi, UsesOrder } from '../protocol/uses';
import { buffersOf } from '../transfer';
import type { OfUses, UsesQuestions } from '../uses/questions';
import { askedOf } from './explorer';

export type AskedOfUses = Asked<OfUses, UsesQuestions>;

interface Line {
  worker: PageWorker;
  remote: Remote<UsesApi>;
  opened: Promise<void>;
  /** Of the model that it was last told to answer from. */
  version: number | undefined;
  loaded: Promise<void>;
  /** What it is answering: another model waits for all of it. */
  underWay: Set<Promise<unknown>>;
  /** The data set that it was told of last. */
  data: DataFiles | undefined;
}

export class UsesClient {
  private line: Line | undefined;

  constructor(private readonly site: () => Promise<Site>) {}

  /**
   * A question of the model of this version, which stays until it is answered; `weights` gives its bytes where it is not there yet.
   * @throws {Stale} where another one has taken its place.
   */
  async askOf<Answer>(
    version: number,
    weights: () => Promise<Uint8Array>,
    question: (uses: AskedOfUses) => Promise<Answer>,
  ): Promise<Answer> {
    this.line ??= this.spawn();
    const { line } = this;
    try {
      return await line.worker.during(async () => {
        await line.opened;
        while (line.version !== version && line.underWay.size > 0) await Promise.allSettled(line.underWay);
        return this.answerOf(line, version, weights, question);
      });
    } catch (error) {
      if (endsWorker(error)) this.end(line);
      throw endsWorker(error) ? new Failed({ kind: 'usesStopped', why: failureOf(error) }) : error;
    }
  }

  private async answerOf<Answer>(
    line: Line,
    version: number,
    weights: () => Promise<Uint8Array>,
    question: (uses: AskedOfUses) => Promise<Answer>,
  ): Promise<Answer> {
    const answer = this.have(line, version, weights).then(() =>
      question(askedOf<OfUses, UsesQuestions>(line.remote, version)),
    );
    line.underWay.add(answer);
    try {
      return await answer;
    } finally {
      line.underWay.delete(answer);
    }
  }

  private async have(line: Line, version: number, weights: () => Promise<Uint8Array>) {
    if (line.version !== version) {
      line.version = version;
      line.loaded = this.load(line, version, weights);
      line.loaded.catch(() => {
        if (line.version === version) line.version = undefined;
      });
    }
    await line.loaded;
  }

  private async load(line: Line, version: number, weights: () => Promise<Uint8Array>) {
    const { base, data } = await this.site();
    const bytes = await weights();
    // A model in training comes often, and its data is read once.
    const order: UsesOrder = {
      version,
      weights: bytes,
      ...(data !== line.data && { images: { base, data } }),
    };
    line.data = data;
    await line.remote.load(transfer(order, buffersOf(bytes)));
  }

  private spawn(): Line {
    const worker = new PageWorker(
      'uses',
      (name) => new Worker(new URL('../workers/uses.ts', import.meta.url), { type: 'module', name }),
    );
    const remote = wrap<UsesApi>(worker.worker);
    const opened = this.site().then(({ base }) => worker.during(() => remote.open(base)));
    const line = {
      worker,
      remote,
      opened,
      version: undefined,
      loaded: opened,
      underWay: new Set<Promise<unknown>>(),
      data: undefined,
    };
    opened.catch(() => this.end(line));
    worker.failed.catch(() => this.end(line));
    return line;
  }

  private end(line: Line) {
    if (line === this.line) this.line = undefined;
    line.worker.end();
  }
}

/** A panic ends its wasm instance; one that was not loaded, or has ended, answers nothing more. */
const endsWorker = (error: unknown) =>
  error instanceof Failed ? ENDS.includes(error.failure.kind) : isTrap(error);

const ENDS = ['noWorker', 'workerEnded', 'build'];
