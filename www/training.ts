// Runs training in its worker: starts it, hears of it, replaces it where the device fails.

import { batch } from '@preact/signals-core';
import { transfer } from 'comlink';
import { placeModel } from './explore';
import type { ExplorerClient } from './explorer-client';
import { Failed } from './failure';
import { emptyHistory, withPoint } from './history';
import type { Finish, Order, RunConfig, Site, TidingsOf, Times, TrainerEvent } from './protocol';
import type { State } from './store';
import { TrainerClient } from './trainer-client';

type Intent = 'run' | 'step' | 'wait';

export class Training {
  /** Told of each snapshot that the explorer has taken. */
  onSnapshot: (run: number, step: number) => Promise<void> = async () => undefined;
  /** The id of the run whose events count; every worker gets its own. */
  private run = 0;
  private intent: Intent = 'wait';
  private trainer: TrainerClient | undefined;
  private times: Readonly<Record<string, Times>> = {};
  /** Whether a shipped model is shown in place of the run's. */
  private aside = false;
  /** The step of the last snapshot that the explorer took. */
  private snapshotStep = 0;

  constructor(
    private readonly state: State,
    private readonly explorer: ExplorerClient,
    private readonly site: Promise<Site>,
    /** What the address asks for. */
    private readonly threads: number | undefined,
    private readonly report: (error: unknown) => void,
  ) {}

  /** A fresh model by `config`, or the paused run further. */
  async go(intent: Exclude<Intent, 'wait'>, config: RunConfig) {
    const { phase } = this.state;
    this.intent = intent;
    this.aside = false;
    if (phase.value === 'idle') {
      const choice = this.state.choice.value;
      const { gpuTrains, startedWith, notices } = this.state;
      startedWith.value = choice;
      if (choice === 'webgpu' && !gpuTrains.value) notices.value = [{ kind: 'not on WebGPU' }];
      const possible = gpuTrains.value ? choice : 'cpu';
      await this.begin({ config, choice: possible, threads: this.threads, from: undefined });
    } else if (phase.value !== 'starting' && phase.value !== 'finished') await this.proceed();
  }

  async pause() {
    this.intent = 'wait';
    if (this.state.phase.value !== 'running') return;
    this.state.phase.value = 'paused';
    await this.trainer?.remote.pause();
  }

  /** Leaves the explorer to another model: pauses, and shows nothing of the run until it goes on. */
  async standAside() {
    this.aside = true;
    await this.pause();
  }

  /** Leaves the explorer to another model, while training goes on. */
  lookAway() {
    this.aside = true;
  }

  /** Shows the run's model again. */
  async comeBack() {
    this.aside = false;
    await this.showAgain();
  }

  async reset() {
    this.discard();
    const summary = await this.explorer.ask((it) => it.reopen());
    placeModel(this.state, summary, 0, 0);
  }

  /** Changes what needs no fresh start. */
  async tune(beta: number, learningRate: number) {
    const config = this.state.config.value;
    if (!config) return;
    const train = { ...config.train, beta, learningRate };
    this.state.config.value = { ...config, train };
    if (this.state.phase.value !== 'starting') await this.trainer?.remote.tune(beta, learningRate);
  }

  /** Makes the GPU ready for a start that may come, if that would take it. */
  async warmUp(config: RunConfig) {
    if (this.trainer || !this.state.gpuTrains.value) return;
    const { opened, remote } = this.open();
    await opened;
    await remote.warmUp({ config, choice: this.state.choice.value, threads: this.threads });
  }

  /** The explorer lost the model. A run that goes on shows it again soon by itself. */
  async showAgain() {
    const { phase } = this.state;
    if (phase.value === 'paused' || phase.value === 'finished') await this.trainer?.remote.show();
  }

  /** In the trainer that has warmed up, where there is one. */
  private async begin(order: Omit<Order, 'times'>) {
    const { state } = this;
    const { config } = order;
    batch(() => {
      state.phase.value = 'starting';
      if (!this.trainer) state.loading.value = { what: 'worker' };
      state.config.value = config;
      if (!order.from) state.history.value = emptyHistory();
    });
    const { run, opened, remote } = this.trainer ?? this.open();
    await opened;
    await remote.create({ ...order, times: this.times });
    if (run !== this.run) return;
    const { beta, learningRate } = state.config.value?.train ?? config.train;
    await remote.tune(beta, learningRate);
    if (run === this.run) await this.proceed();
  }

  private open() {
    this.trainer = new TrainerClient(this.site, ++this.run, (event) => this.hear(event));
    return this.trainer;
  }

  private end() {
    this.trainer?.end();
    this.trainer = undefined;
  }

  private async proceed() {
    this.state.phase.value = this.intent === 'run' ? 'running' : 'paused';
    if (this.intent === 'run') await this.trainer?.remote.resume();
    if (this.intent === 'step') await this.trainer?.remote.step();
  }

  private discard() {
    const { state } = this;
    this.run++;
    this.intent = 'wait';
    this.aside = false;
    this.snapshotStep = 0;
    this.end();
    batch(() => {
      state.phase.value = 'idle';
      state.ending.value = undefined;
      state.config.value = undefined;
      state.progress.value = undefined;
      state.test.value = undefined;
      state.epochTest.value = undefined;
      state.device.value = undefined;
      state.notices.value = [];
      state.history.value = emptyHistory();
    });
  }

  private async hear({ run, tidings }: TrainerEvent) {
    if (run !== this.run) return;
    const { state } = this;
    if (tidings.kind === 'loading') state.loading.value = tidings.loading;
    if (tidings.kind === 'backend') this.hearBackend(tidings);
    if (tidings.kind === 'timed') this.times = { ...this.times, [tidings.key]: tidings.times };
    if (tidings.kind === 'progress') batch(() => this.hearProgress(tidings));
    if (tidings.kind === 'test') batch(() => this.hearTest(tidings));
    if (tidings.kind === 'snapshot') await this.hearSnapshot(tidings);
    if (tidings.kind === 'finished') batch(() => this.finish(tidings.why));
    if (tidings.kind === 'diverged') batch(() => this.finish('diverged'));
    if (tidings.kind === 'failed') await this.hearFailure(tidings);
  }

  /** The explorer holds the last good model, or the best. */
  private finish(why: Finish | 'diverged') {
    this.intent = 'wait';
    this.state.phase.value = 'finished';
    this.state.ending.value = why;
  }

  private hearBackend({ device, notices }: TidingsOf<'backend'>) {
    this.state.device.value = device;
    if (notices.length > 0) this.state.notices.value = notices;
  }

  private hearProgress({ position, terms, imagesPerSecond }: TidingsOf<'progress'>) {
    const { history, progress } = this.state;
    progress.value = { position, imagesPerSecond };
    history.value = { ...history.value, train: withPoint(history.value.train, position.images, terms) };
  }

  private hearTest({ position, terms, digits }: TidingsOf<'test'>) {
    const { history, test, epochTest } = this.state;
    history.value = { ...history.value, test: withPoint(history.value.test, position.images, terms) };
    const measured = { terms, digits, epoch: position.epoch };
    if (position.stepInEpoch === position.stepsPerEpoch) epochTest.value = measured;
    else test.value = measured;
  }

  private async hearSnapshot({ weights, step }: TidingsOf<'snapshot'>) {
    const { run } = this;
    const handed = transfer(weights, [weights.buffer as ArrayBuffer]);
    try {
      if (this.aside) await this.explorer.ask((it) => it.hold(handed));
      else {
        const summary = await this.explorer.ask((it) => it.load(handed));
        if (run === this.run && !this.aside) placeModel(this.state, summary, run, step);
      }
      if (run !== this.run) return;
      this.snapshotStep = step;
      await this.onSnapshot(run, step);
    } catch (error) {
      // The explorer's trouble is not the trainer's.
      this.report(error);
    }
  }

  /** WebGPU gives way to the CPU, and many threads to one, from the last snapshot; a failure of one thread ends the run. */
  private async hearFailure({ build, why }: TidingsOf<'failed'>) {
    const { run, state } = this;
    // What fails ahead of a run is tried again with the run.
    if (state.phase.value === 'idle') return this.end();
    const config = state.config.value;
    if (!config || build === 'cpu') {
      this.discard();
      this.report(new Failed({ kind: 'trainingStopped', why }));
      return;
    }
    const weights = this.snapshotStep > 0 ? await this.explorer.ask((it) => it.snapshot()) : undefined;
    const step = weights ? this.snapshotStep : 0;
    if (run !== this.run) return;
    state.notices.value = [{ kind: 'fallback', build, why, step }];
    this.end();
    await this.begin({
      config,
      choice: 'cpu',
      threads: build === 'webgpu' ? this.threads : 1,
      from: weights && { weights, step },
    });
  }
}
