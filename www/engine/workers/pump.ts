// The training loop of the worker: train a few steps, let messages in, again. Pausing is to stop pumping.

import type { Latent } from '../build';
import { faultOf } from '../failure/failure';
import type { Finish, From, Position, RunConfig, Snapshot, TrainerEvent } from '../protocol';
import { heldStop, type Stop, type Stops, stepsToStop } from '../stops';
import { Turns } from '../turns';
import { Meter } from './meter';
import { Pace } from './pace';
import { imagesDue, positionAt, stepsToNextTest } from './position';
import { Snapshots } from './snapshots';
import { Stopwatch } from './stopwatch';
import { Tests } from './tests';

export type Session = Pick<Latent.TrainingSession, 'train' | 'evaluate' | 'snapshot' | 'tune' | 'checkpoint'>;

type Progress = Awaited<ReturnType<Session['train']>>;

interface Options {
  session: Session;
  test: Latent.Dataset;
  batchSize: number;
  /** What has been trained, and how much of it before this session began to count. */
  made: { step: number; before: number; seconds: number };
  tell: (event: TrainerEvent) => Promise<void>;
  hand: (snapshot: Snapshot) => Promise<void>;
  fail: (error: unknown) => Promise<void>;
}

export class Pump {
  private readonly turns = new Turns();
  private readonly meter = new Meter();
  private readonly watch: Stopwatch;
  private running = false;
  /** Outlives `running` by the chunk that is under way. */
  private pumping = false;
  private readonly pace = new Pace();
  private position: Position | undefined;
  private stops: Stops = {};
  private readonly snapshots: Snapshots;
  private readonly tests: Tests;

  constructor(private readonly options: Options) {
    this.watch = new Stopwatch(options.made.seconds);
    this.snapshots = new Snapshots(options.session, options.hand);
    this.tests = new Tests(options.tell);
  }

  /** The run goes on until it is paused, or over; answers when it does: what is under way comes first. */
  async resume() {
    this.running = true;
    if (!this.pumping) void this.pump();
    await this.guarded(() => undefined);
  }

  /** Whether it trains, or ends what it is at. */
  get goes() {
    return this.pumping;
  }

  private async pump() {
    this.pumping = true;
    await this.guarded(() => this.begin());
    while (this.running) {
      await this.guarded(() => this.chunk());
      await this.pace.rest();
    }
    this.watch.stop();
    this.pumping = false;
  }

  private begin() {
    this.meter.restart();
    this.watch.start();
  }

  async pause() {
    this.running = false;
    await this.guarded(() => {
      this.watch.stop();
      return this.report();
    });
  }

  async step() {
    this.running = false;
    await this.guarded(async () => {
      this.begin();
      const over = this.add(await this.options.session.train(1));
      this.watch.stop();
      await this.report();
      if (over) this.tellFinish(over);
    });
  }

  /** After how many steps it has come. */
  async tune(wanted: RunConfig): Promise<number> {
    let step = this.stepsMade;
    await this.guarded(() => {
      this.options.session.tune(wanted);
      step = this.stepsMade;
    });
    return step;
  }

  stopAt(stops: Stops) {
    this.stops = stops;
  }

  /** Whether someone drags. */
  giveWay(busy: boolean) {
    this.pace.giveWay(busy);
  }

  /** The model as it is now. */
  show() {
    return this.guarded(() => this.snapshots.send(this.stepsMade));
  }

  /** The run as it stands; nothing before the first step. */
  async checkpoint(): Promise<From | undefined> {
    let kept: From | undefined;
    await this.turns.take(async () => {
      if (this.stepsMade === 0) return;
      const weights = await this.options.session.checkpoint();
      kept = { weights, step: this.stepsMade, seconds: this.watch.seconds, exact: true };
    });
    return kept;
  }

  private get stepsMade() {
    return this.position?.step ?? this.options.made.step;
  }

  private guarded(work: () => Promise<void> | void) {
    return this.turns.take(work).catch((error: unknown) => {
      this.running = false;
      void this.tests.tell();
      // Another device would do no better.
      if (faultOf(error) === 'diverged') return this.options.tell({ kind: 'diverged' });
      return this.options.fail(error);
    });
  }

  private async chunk() {
    if (!this.running) return;
    // A run that goes on before it has come to rest.
    this.watch.start();
    const { position } = this;
    const steps = position
      ? Math.min(this.pace.steps, stepsToNextTest(position), stepsToStop(this.stops, position))
      : 1;
    const started = performance.now();
    const finish = await this.train(steps);
    this.pace.fit(steps, performance.now() - started);

    const reached = await this.testIfDue(finish !== undefined);
    const over = finish ?? reached;
    if (over) {
      this.running = false;
      await this.report();
      this.tellFinish(over);
      return;
    }
    if (this.tests.isDue(this.pace.now.tell)) void this.tests.tell();
    if (this.meter.milliseconds >= this.pace.now.tell) void this.tellProgress();
    if (this.snapshots.isDue(this.stepsMade, this.pace.now.snapshot))
      await this.snapshots.send(this.stepsMade);
  }

  private tellFinish(why: Finish | Stop) {
    void this.options.tell({ kind: 'finished', why });
  }

  /** Makes the steps, or fewer when the run is over; why it is, if so. */
  private async train(steps: number): Promise<Finish | Stop | undefined> {
    return this.add(await this.options.session.train(steps));
  }

  private add({ step, stepsPerEpoch, terms, finish }: Progress): Finish | Stop | undefined {
    const { made, batchSize } = this.options;
    const sofar = made.before + step;
    this.meter.add(terms, sofar - this.stepsMade);
    this.position = positionAt(sofar, stepsPerEpoch, batchSize, this.watch.seconds);
    return finish ?? heldStop(this.stops, this.position, undefined);
  }

  private async tellProgress() {
    const { position } = this;
    const reading = this.meter.read(this.options.batchSize);
    if (position && reading) await this.options.tell({ kind: 'progress', position, ...reading });
  }

  /** All that the page should know of a run that stands still: its words come after its model. */
  private async report() {
    await this.snapshots.send(this.stepsMade);
    await this.snapshots.delivered();
    await this.tests.tell();
    await this.tellProgress();
  }

  /** Whether the figure is what was asked for. */
  private async testIfDue(ends: boolean): Promise<Stop | undefined> {
    const { position } = this;
    const { session, test } = this.options;
    // Long at a stretch: while someone drags it is left out.
    const images = position ? imagesDue(position, test.length, { short: this.pace.givesWay, ends }) : 0;
    if (!position || images === 0) return undefined;
    const terms = await session.evaluate(test, images);
    this.tests.add({ position, terms, images });
    return heldStop(this.stops, position, terms.elbo);
  }
}
