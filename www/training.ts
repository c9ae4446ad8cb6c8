// Runs training: starts it, hears of it, keeps it, and goes on elsewhere where a device fails.

import { batch } from '@preact/signals-core';
import type { ExplorerClient } from './explorer-client';
import { Failed } from './failure';
import { upTo } from './history';
import type { Order, RunConfig, Site, Tidings, TidingsOf } from './protocol';
import { RunModel } from './run-model';
import { clearRun, placeTidings } from './run-state';
import { RunWorker } from './run-worker';
import { keepRun } from './runs';
import type { KeptRun } from './state/runs';
import { canGoOn } from './state/training';
import type { Stops } from './stops';
import type { State } from './store';

export class Training {
  /** Told of each snapshot that the explorer has taken. */
  onSnapshot: (run: number, step: number) => Promise<void> = async () => undefined;
  private intent: 'run' | 'step' | 'wait' = 'wait';
  private readonly worker: RunWorker;
  private readonly model: RunModel;

  constructor(
    private readonly state: State,
    explorer: ExplorerClient,
    site: Promise<Site>,
    /** What the address asks for. */
    private readonly threads: number | undefined,
    private readonly report: (error: unknown) => void,
  ) {
    this.model = new RunModel(state, explorer);
    this.worker = new RunWorker(site, (tidings) => this.hear(tidings));
  }

  /** A fresh model by `config`, or the paused run further. */
  async go(intent: 'run' | 'step', config: RunConfig) {
    const phase = this.state.phase.value;
    this.intent = intent;
    this.model.aside = false;
    if (phase === 'idle') await this.startFrom(undefined, config);
    if (phase === 'finished') await this.goOn();
    if (phase === 'running' || phase === 'paused') await this.proceed();
  }

  /** Trains a kept run further, in place of the present one. */
  async trainOn({ run, config, name, history, step, position, weights }: KeptRun) {
    const { state } = this;
    state.kept.value = state.kept.value.filter((kept) => kept.run !== run);
    await this.keepAndDiscard();
    this.intent = 'run';
    batch(() => {
      state.runName.value = name;
      state.history.value = history;
    });
    await this.startFrom({ weights, step, seconds: position.seconds }, config);
  }

  /** Makes one step and tells all of it, of a fresh model or of the run further; what is shown stays. */
  async walk(config: RunConfig) {
    const { state, worker } = this;
    await this.pause();
    if (state.phase.value === 'idle') await this.startFrom(undefined, config);
    this.model.aside = true;
    const { run, remote } = worker;
    const stride = await remote?.walk();
    const step = state.progress.value?.position.step;
    return stride && step !== undefined && run === worker.run ? { run, step, stride } : undefined;
  }

  async pause() {
    this.intent = 'wait';
    if (this.state.phase.value !== 'running') return;
    this.state.phase.value = 'paused';
    await this.worker.remote?.pause();
  }

  /** Leaves the explorer to another model: pauses, and shows nothing of the run until it goes on. */
  async standAside() {
    this.model.aside = true;
    await this.pause();
  }

  /** Leaves the explorer to another model, while training goes on. */
  lookAway() {
    this.model.aside = true;
  }

  /** Shows the run's model again. */
  async comeBack() {
    this.model.aside = false;
    await this.showAgain();
  }

  async reset() {
    await this.keepAndDiscard();
    await this.model.leave();
  }

  /** Changes what needs no fresh start. */
  async tune(beta: number, learningRate: number) {
    const config = this.state.config.value;
    if (!config) return;
    const train = { ...config.train, beta, learningRate };
    this.state.config.value = { ...config, train };
    if (this.isReady) await this.worker.remote?.tune(beta, learningRate);
  }

  /** Other conditions to stop at, for this run and the next ones. */
  async stopAt(stops: Stops) {
    this.state.stops.value = stops;
    if (this.isReady) await this.worker.remote?.stopAt(stops);
  }

  /** Trains less at a time while someone drags. */
  giveWay(busy: boolean) {
    if (this.isReady) void this.worker.remote?.giveWay(busy);
  }

  /** Makes the GPU ready for a start that may come, if that would take it. */
  async warmUp(config: RunConfig) {
    if (this.worker.remote || !this.state.gpuTrains.value) return;
    const remote = await this.worker.open();
    await remote.warmUp({ config, choice: this.state.choice.value, threads: this.threads });
  }

  /** The explorer lost the model. A run that goes on shows it again soon by itself. */
  async showAgain() {
    if (this.isReady && this.state.phase.value !== 'running') await this.worker.remote?.show();
  }

  /** Whether there is a run that can be told something. */
  private get isReady() {
    const phase = this.state.phase.peek();
    return phase !== 'idle' && phase !== 'starting';
  }

  private startFrom(from: Order['from'], config: RunConfig) {
    const { choice, gpuTrains, startedWith, notices } = this.state;
    startedWith.value = choice.value;
    if (choice.value === 'webgpu' && !gpuTrains.value) notices.value = [{ kind: 'not on WebGPU' }];
    const possible = gpuTrains.value ? choice.value : 'cpu';
    return this.begin({ config, choice: possible, threads: this.threads, from });
  }

  /** Without the condition that has stopped it. */
  private async goOn() {
    const { ending, stops } = this.state;
    if (!canGoOn(ending.value)) return;
    await this.stopAt({ ...stops.value, [ending.value]: undefined });
    ending.value = undefined;
    await this.proceed();
  }

  private async begin(order: Omit<Order, 'times'>) {
    const { state, worker } = this;
    const { config, from } = order;
    batch(() => {
      state.phase.value = 'starting';
      if (!worker.remote) state.loading.value = { what: 'worker' };
      state.config.value = config;
      state.history.value = upTo(state.history.value, from?.step ?? 0);
    });
    const opening = worker.open();
    const { run } = worker;
    const remote = await opening;
    if (run === worker.run) await worker.create(order);
    if (run !== worker.run) return;
    const { beta, learningRate } = state.config.value?.train ?? config.train;
    await remote.tune(beta, learningRate);
    await remote.stopAt(state.stops.value);
    if (run === worker.run) await this.proceed();
  }

  private async proceed() {
    this.state.phase.value = this.intent === 'run' ? 'running' : 'paused';
    if (this.intent === 'run') await this.worker.remote?.resume();
    if (this.intent === 'step') await this.worker.remote?.step();
  }

  /** Nothing of a run is lost by a reset, once there was a step. */
  private async keepAndDiscard() {
    const { run } = this.worker;
    const last = await this.model.last();
    if (run !== this.worker.run) return;
    if (last) keepRun(this.state, run, last);
    this.intent = 'wait';
    this.model.clear();
    this.worker.end();
    clearRun(this.state);
  }

  private async hear(tidings: Tidings) {
    placeTidings(this.state, tidings);
    // The explorer's trouble is not the trainer's.
    if (tidings.kind === 'snapshot') await this.hearSnapshot(tidings).catch(this.report);
    if (tidings.kind === 'finished' || tidings.kind === 'diverged') this.intent = 'wait';
    if (tidings.kind === 'failed') await this.hearFailure(tidings);
  }

  private async hearSnapshot(tidings: TidingsOf<'snapshot'>) {
    const { run } = this.worker;
    const taken = await this.model.take(tidings, run, () => run === this.worker.run);
    if (taken) await this.onSnapshot(run, tidings.step);
  }

  /** WebGPU gives way to the CPU, and many threads to one, from the last snapshot; a failure of one thread ends the run. */
  private async hearFailure({ build, why }: TidingsOf<'failed'>) {
    const { state, worker } = this;
    const { run } = worker;
    // What fails ahead of a run is tried again with the run.
    if (state.phase.value === 'idle') return worker.end();
    const config = state.config.value;
    if (!config || build === 'cpu') {
      await this.keepAndDiscard();
      return this.report(new Failed({ kind: 'trainingStopped', why }));
    }
    const last = await this.model.last();
    if (run !== worker.run) return;
    const seconds = state.progress.value?.position.seconds ?? 0;
    state.notices.value = [{ kind: 'fallback', build, why, step: last?.step ?? 0 }];
    worker.end();
    await this.begin({
      config,
      choice: 'cpu',
      threads: build === 'webgpu' ? this.threads : 1,
      from: last && { ...last, seconds },
    });
  }
}
