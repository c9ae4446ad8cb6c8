// The training loop of the worker: train a few steps, let messages in, again. Pausing is to stop pumping.

import type { Finish, Position, Tidings } from '../protocol';
import { reasonOf } from '../reason';
import type { Latent } from './build';
import { macrotask } from './macrotask';
import { Turns } from './turns';

export type Session = Pick<Latent.TrainingSession, 'train' | 'evaluate' | 'snapshot' | 'tune'>;

interface Options {
  session: Session;
  test: Latent.Digits;
  batchSize: number;
  /** Steps that were made before this session. */
  before: number;
  tell: (tidings: Tidings) => Promise<void>;
  fail: (error: unknown) => Promise<void>;
}

const CHUNK_MS = 40;
const TELL_MS = 100;
const SNAPSHOT_MS = 250;
const TEST_EVERY = 100;
const TEST_DIGITS = 1000;
/** How the crate's sentence begins. */
const DIVERGED = 'training diverged';

export class Pump {
  private readonly turns = new Turns();
  private running = false;
  /** Outlives `running` by the chunk that is under way. */
  private pumping = false;
  private stepsInChunk = 1;
  private position: Position | undefined;
  private finish: Finish | undefined;
  private gathered: Gathered = nothing();
  private imagesPerSecond = 0;
  private snapshotAt = 0;
  private snapshotStep = 0;
  private delivery: Promise<void> | undefined;

  constructor(private readonly options: Options) {}

  async resume() {
    this.running = true;
    if (this.pumping) return;
    this.pumping = true;
    this.gathered = nothing();
    while (this.running) {
      await this.guarded(() => this.chunk());
      await macrotask();
    }
    this.pumping = false;
  }

  async pause() {
    this.running = false;
    await this.guarded(() => this.report());
  }

  async step() {
    this.running = false;
    await this.guarded(async () => {
      this.gathered = nothing();
      await this.train(1);
      await this.report();
      this.tellFinish();
    });
  }

  tune(beta: number, learningRate: number) {
    return this.guarded(() => this.options.session.tune(beta, learningRate));
  }

  /** The model as it is now. */
  show() {
    return this.guarded(() => this.sendSnapshot());
  }

  /** When the page has dealt with the model before. */
  private async sendSnapshot() {
    await this.delivery;
    const step = this.position?.step ?? this.options.before;
    const weights = await this.options.session.snapshot();
    this.snapshotAt = performance.now();
    this.snapshotStep = step;
    this.delivery = this.options.tell({ kind: 'snapshot', weights, step }).finally(() => {
      this.delivery = undefined;
    });
  }

  private guarded(work: () => Promise<void> | void) {
    return this.turns.take(work).catch((error: unknown) => {
      this.running = false;
      // Another device would do no better.
      const message = reasonOf(error);
      if (message.startsWith(DIVERGED)) return this.options.tell({ kind: 'diverged', message });
      return this.options.fail(error);
    });
  }

  private async chunk() {
    if (!this.running) return;
    const steps = Math.min(this.stepsInChunk, this.stepsToNextTest());
    const started = performance.now();
    await this.train(steps);
    const perStep = (performance.now() - started) / steps;
    this.stepsInChunk = Math.max(1, Math.min(2 * steps, Math.round(CHUNK_MS / perStep)));

    const now = performance.now();
    if (now - this.gathered.since >= TELL_MS) this.tellProgress();
    if (this.snapshotIsDue(now)) await this.sendSnapshot();
    if (this.testIsDue()) await this.testNow();
    if (!this.finish) return;
    this.running = false;
    await this.report();
    this.tellFinish();
  }

  private tellFinish() {
    if (this.finish) void this.options.tell({ kind: 'finished', why: this.finish });
  }

  private async train(steps: number) {
    const { session, before, batchSize } = this.options;
    const { step, stepsPerEpoch, terms, finish } = await session.train(steps);
    this.finish = finish;
    // Fewer than asked for when the run is over.
    const made = before + step - (this.position?.step ?? before);
    this.position = positionAt(before + step, stepsPerEpoch, batchSize);
    const { sums } = this.gathered;
    this.gathered.steps += made;
    sums.reconstruction += terms.reconstruction * made;
    sums.kl += terms.kl * made;
    sums.elbo += terms.elbo * made;
  }

  private tellProgress() {
    const { steps, since, sums } = this.gathered;
    if (!this.position || steps === 0) return;
    const rate = (steps * this.options.batchSize * 1000) / (performance.now() - since);
    this.imagesPerSecond = this.imagesPerSecond === 0 ? rate : 0.9 * this.imagesPerSecond + 0.1 * rate;
    const terms = {
      reconstruction: sums.reconstruction / steps,
      kl: sums.kl / steps,
      elbo: sums.elbo / steps,
    };
    void this.options.tell({
      kind: 'progress',
      position: this.position,
      terms,
      imagesPerSecond: this.imagesPerSecond,
    });
    this.gathered = nothing();
  }

  /** All that the page should know of a run that stands still. */
  private async report() {
    this.tellProgress();
    await this.sendSnapshot();
  }

  private async testNow() {
    const { session, test, tell } = this.options;
    if (!this.position) return;
    const digits = this.atEpochEnd() ? test.length : Math.min(TEST_DIGITS, test.length);
    const terms = await session.evaluate(test, digits);
    void tell({ kind: 'test', position: this.position, terms, digits });
  }

  private stepsToNextTest() {
    if (!this.position) return 1;
    const { step, stepInEpoch, stepsPerEpoch } = this.position;
    const toEpochEnd = stepInEpoch === stepsPerEpoch ? stepsPerEpoch : stepsPerEpoch - stepInEpoch;
    return Math.min(TEST_EVERY - (step % TEST_EVERY), toEpochEnd);
  }

  /** Several times a second, and oftener at the start, where a model changes most: whenever the steps have doubled. */
  private snapshotIsDue(now: number) {
    const doubled = (this.position?.step ?? 0) >= 2 * this.snapshotStep;
    return !this.delivery && (doubled || now - this.snapshotAt >= SNAPSHOT_MS);
  }

  private testIsDue() {
    return this.atEpochEnd() || (this.position?.step ?? 1) % TEST_EVERY === 0;
  }

  private atEpochEnd() {
    return this.position?.stepInEpoch === this.position?.stepsPerEpoch;
  }
}

interface Gathered {
  since: number;
  steps: number;
  sums: { reconstruction: number; kl: number; elbo: number };
}

function nothing(): Gathered {
  return { since: performance.now(), steps: 0, sums: { reconstruction: 0, kl: 0, elbo: 0 } };
}

/** Where a run stands after `step` steps. */
export function positionAt(step: number, stepsPerEpoch: number, batchSize: number): Position {
  const done = Math.max(0, step - 1);
  return {
    epoch: Math.floor(done / stepsPerEpoch) + 1,
    step,
    stepInEpoch: step === 0 ? 0 : (done % stepsPerEpoch) + 1,
    stepsPerEpoch,
    images: step * batchSize,
  };
}
