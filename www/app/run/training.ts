// Runs training: starts it, hears of it, keeps it, and goes on elsewhere where a device fails.

import { batch } from '@preact/signals-core';
import type { ExplorerClient } from '../../engine/explorer-client';
import { Failed } from '../../engine/failure';
import type { Order, RunConfig, Site, Tidings, TidingsOf } from '../../engine/protocol';
import { type Stops, stopsAhead } from '../../engine/stops';
import { keepRun, putBack, takeUp } from '../../features/runs/keeping';
import type { KeptRun } from '../../features/runs/state';
import { placeTuned } from '../settings/form';
import type { State } from '../store';
import { inPlaceOf } from './falling-back';
import { RunModel } from './run-model';
import { clearRun, placeChoice, placeStart, placeTidings } from './run-state';
import { RunWorker } from './run-worker';
import { canGoOn } from './state';

export class Training {
  private readonly listeners: ((run: number, step: number) => Promise<void>)[] = [];
  private intent: 'run' | 'step' | 'wait' = 'wait';
  /** The kept run that the present one goes on from. */
  private takenUp: KeptRun | undefined;
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

  /** Tells of each snapshot that the explorer has taken. */
  onSnapshot(listener: (run: number, step: number) => Promise<void>) {
    this.listeners.push(listener);
  }

  /** A fresh model by `config`, or the paused run further. */
  async go(intent: 'run' | 'step', config: RunConfig) {
    const phase = this.state.run.phase.value;
    this.intent = intent;
    this.comeForward();
    if (phase === 'idle') await this.startFrom(undefined, config);
    if (phase === 'finished') await this.goOn();
    if (phase === 'running' || phase === 'paused') await this.proceed();
  }

  /** Trains a kept run further, in place of the present one. */
  async trainOn(kept: KeptRun) {
    const from = takeUp(this.state, kept);
    await this.keepAndDiscard();
    this.intent = 'run';
    this.takenUp = kept;
    this.comeForward();
    batch(() => {
      this.state.runs.name.value = kept.name;
      this.state.run.history.value = kept.history;
      placeTuned(this.state, kept.config);
    });
    await this.startFrom(from, kept.config);
  }

  /** Makes one step and tells all of it, of a fresh model or of the run further; what is shown stays. */
  async walk(config: RunConfig) {
    const { state, worker } = this;
    await this.pause();
    if (state.run.phase.value === 'idle') await this.startFrom(undefined, config);
    this.model.aside = true;
    const { run, remote } = worker;
    const stride = await remote?.walk();
    const step = state.run.progress.value?.position.step;
    return stride && step !== undefined && run === worker.run ? { run, step, stride } : undefined;
  }

  async pause() {
    this.intent = 'wait';
    if (this.state.run.phase.value !== 'running') return;
    this.state.run.phase.value = 'paused';
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
    this.state.model.arriving.value = undefined;
  }

  /** Shows the run's model again; the shipped one where there is no run. */
  async comeBack() {
    this.comeForward();
    await (this.state.run.phase.value === 'idle' ? this.model.leave() : this.showAgain());
  }

  async reset() {
    await this.keepAndDiscard();
    await this.model.leave();
  }

  /** Changes what needs no fresh start. */
  async tune(beta: number, learningRate: number) {
    const config = this.state.run.config.value;
    if (!config) return;
    const train = { ...config.train, beta, learningRate };
    this.state.run.config.value = { ...config, train };
    if (this.isReady) await this.worker.remote?.tune(beta, learningRate);
  }

  /** Other conditions to stop at, for this run and the next ones. */
  async stopAt(stops: Stops) {
    this.state.run.stops.value = stops;
    if (this.isReady) await this.worker.remote?.stopAt(stops);
  }

  /** Trains less at a time while someone drags. */
  giveWay(busy: boolean) {
    if (this.isReady) void this.worker.remote?.giveWay(busy);
  }

  /** Makes the GPU ready for a start that may come, if that would take it. */
  async warmUp(config: RunConfig) {
    const {
      settings: { gpuTrains, choice },
    } = this.state;
    if (gpuTrains.value) await this.worker.warmUp({ config, choice: choice.value, threads: this.threads });
  }

  /** The explorer lost the model. A run that goes on shows it again soon by itself. */
  async showAgain() {
    if (this.isReady && this.state.run.phase.value !== 'running') await this.worker.remote?.show();
  }

  /** In place of any other model, of one that is still to arrive too. */
  private comeForward() {
    this.model.aside = false;
    this.state.model.arriving.value = undefined;
  }

  /** Whether there is a run that can be told something. */
  private get isReady() {
    return !['idle', 'starting'].includes(this.state.run.phase.peek());
  }

  private startFrom(from: Order['from'], config: RunConfig) {
    return this.begin({ config, choice: placeChoice(this.state), threads: this.threads, from });
  }

  /** Without the condition that has stopped it, unless another value has been set since. */
  private async goOn() {
    const {
      run: { ending, stops, progress, history },
    } = this.state;
    if (!canGoOn(ending.value) || !progress.value) return;
    await this.stopAt(stopsAhead(stops.value, progress.value.position, history.value.test.elbo.at(-1)));
    ending.value = undefined;
    await this.proceed();
  }

  private async begin(order: Omit<Order, 'times'>) {
    const { state, worker } = this;
    placeStart(state, order, worker.remote !== undefined);
    const opening = worker.open();
    const { run } = worker;
    const remote = await opening;
    if (run === worker.run) await worker.create(order);
    if (run !== worker.run) return;
    const { beta, learningRate } = state.run.config.value?.train ?? order.config.train;
    await remote.tune(beta, learningRate);
    await remote.stopAt(state.run.stops.value);
    if (run === worker.run) await this.proceed();
  }

  private async proceed() {
    this.state.run.phase.value = this.intent === 'run' ? 'running' : 'paused';
    if (this.intent === 'run') await this.worker.remote?.resume();
    if (this.intent === 'step') await this.worker.remote?.step();
  }

  /** Nothing of a run is lost by a reset, once there was a step. */
  private async keepAndDiscard() {
    const { run } = this.worker;
    const last = await this.model.last();
    if (run !== this.worker.run) return;
    const kept = last && keepRun(this.state, run, last);
    if (!kept && this.takenUp) putBack(this.state, this.takenUp);
    this.takenUp = undefined;
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
    if (taken) for (const listener of this.listeners) await listener(run, tidings.step);
  }

  private async hearFailure(failed: TidingsOf<'failed'>) {
    const { state, worker } = this;
    const { run } = worker;
    // What fails ahead of a run is tried again with the run.
    if (state.run.phase.value === 'idle') return worker.end();
    const next = await inPlaceOf(failed, state, this.model, this.threads);
    if (run !== worker.run) return;
    if (!next) {
      await this.keepAndDiscard();
      return this.report(new Failed({ kind: 'trainingStopped', why: failed.why }));
    }
    state.run.notices.value = [next.notice];
    worker.end();
    await this.begin(next.order);
  }
}
