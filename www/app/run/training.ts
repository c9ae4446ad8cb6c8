// Runs training: starts it, hears of it, keeps it, and goes on elsewhere where a device fails.

import type { ExplorerClient } from '../../engine/clients/explorer';
import { Failed } from '../../engine/failure/failure';
import type {
  From,
  Order,
  RunConfig,
  Site,
  Snapshot,
  TrainerEvent,
  TrainerEventOf,
} from '../../engine/protocol';
import { type Stops, stopsAhead } from '../../engine/stops';
import type { ModelScope } from '../model/scope';
import type { Report } from '../page/commands';
import type { State } from '../store';
import { placeEvent } from './events';
import { inPlaceOf } from './falling-back';
import { clearRun, placeChange, placeChoice, placeStart, settleChange } from './run-state';
import { RunWorker } from './run-worker';
import { canGoOn } from './state';

/** How long a run that ends is waited for to be kept whole. */
const WHOLE_MS = 1500;

/** A run's last model, or all of the run. */
export type Last = Snapshot & Pick<From, 'exact'>;

export class Training {
  private intent: 'run' | 'step' | 'wait' = 'wait';
  private readonly worker: RunWorker;
  /** The steps that were made before the worker's own. */
  private from = 0;
  /** Told of a run that is about to go, with its last model if there was a step. */
  private readonly discarding: ((run: number, last: Last | undefined) => void)[] = [];

  constructor(
    private readonly state: State,
    private readonly model: ModelScope,
    private readonly explorer: Pick<ExplorerClient, 'ask'>,
    site: () => Promise<Site>,
    /** What the address asks for. */
    private readonly threads: number | undefined,
    private readonly report: Report,
  ) {
    this.worker = new RunWorker(site, model, (event) => this.hear(event), report);
  }

  onDiscard(listener: (run: number, last: Last | undefined) => void) {
    this.discarding.push(listener);
  }

  /** The run that there is, as models are told apart by. */
  get run() {
    return this.worker.run;
  }

  /** A fresh model by `config`, or the paused run further. */
  async go(intent: 'run' | 'step', config: RunConfig) {
    const phase = this.state.run.phase.value;
    this.intent = intent;
    await this.model.showRun();
    if (phase === 'idle') await this.startFrom(undefined, config);
    if (phase === 'finished') await this.goOn();
    if (phase === 'running' || phase === 'paused') await this.proceed();
  }

  /** Trains a model further, where there is no run; or lets it stand still. */
  async goOnFrom(from: From, config: RunConfig, intent: 'run' | 'wait' = 'run') {
    this.intent = intent;
    await this.model.showRun();
    await this.startFrom(from, config);
  }

  async pause() {
    this.intent = 'wait';
    if (this.state.run.phase.value !== 'running') return;
    this.state.run.phase.value = 'paused';
    await this.end(this.worker.ask((it) => it.pause()));
  }

  /** Shows the run's model again; the shipped one where there is no run. */
  async comeBack() {
    await (this.state.run.phase.value === 'idle' ? this.model.showShipped() : this.model.showRun());
  }

  async reset() {
    await this.discard();
    await this.model.showShipped();
  }

  /** Changes what needs no fresh start. */
  async tune(wanted: RunConfig) {
    const { state, worker } = this;
    const { config } = state.run;
    const running = config.peek();
    if (!running) return;
    const tuned = await this.explorer.ask((it) => it.settings.tuned(running, wanted));
    if (config.peek() !== running || JSON.stringify(tuned.config) === JSON.stringify(running)) return;
    placeChange(state, tuned, this.isReady ? Number.POSITIVE_INFINITY : this.from);
    if (!this.isReady) return;
    const { run } = worker;
    const step = await worker.ask((it) => it.tune(tuned.config));
    if (step !== undefined && run === worker.run) settleChange(state, step);
  }

  /** Other conditions to stop at, for this run and the next ones. */
  async stopAt(stops: Stops) {
    this.state.run.stops.value = stops;
    if (this.isReady) await this.worker.ask((it) => it.stopAt(stops));
  }

  /** The run as it stands, to go on from at another time; nothing without a step, or while it starts. */
  async checkpoint(): Promise<From | undefined> {
    return this.isReady ? this.worker.checkpoint() : undefined;
  }

  /** Trains less at a time while someone drags. */
  giveWay(busy: boolean) {
    if (this.isReady) this.worker.ask((it) => it.giveWay(busy)).catch(this.report);
  }

  /** Makes the GPU ready for a start that may come, if that would take it. */
  async warmUp(config: RunConfig) {
    const {
      settings: { gpuTrains, choice },
    } = this.state;
    if (gpuTrains.value) await this.worker.warmUp({ config, choice: choice.value, threads: this.threads });
  }

  /** Another explorer listens, which has no model of the run yet. */
  async reconnect() {
    await this.worker.reconnect();
    if (this.isReady) await this.worker.ask((it) => it.show());
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
    this.from = order.from?.step ?? 0;
    placeStart(state, order, worker.isThere);
    const opening = worker.open();
    const { run } = worker;
    await opening;
    if (run === worker.run) await worker.create(order);
    if (run !== worker.run) return;
    // It may have been tuned while it started.
    await worker.ask(async (it) => {
      await it.tune(state.run.config.value ?? order.config);
      await it.stopAt(state.run.stops.value);
    });
    if (run === worker.run) await this.proceed();
  }

  private async proceed() {
    this.state.run.phase.value = this.intent === 'run' ? 'running' : 'paused';
    if (this.intent === 'run') await this.worker.ask((it) => it.resume());
    if (this.intent === 'step') await this.end(this.worker.ask((it) => it.step()));
  }

  /** Waits for the step that is under way. */
  private async end(work: Promise<void>) {
    const { run } = this.worker;
    this.state.run.ends.value = true;
    await work;
    if (run === this.worker.run) this.state.run.ends.value = false;
  }

  /** Ends the run; those who keep runs hear of it before. */
  async discard() {
    const { run } = this.worker;
    const last = (await this.whole()) ?? (await this.model.last());
    if (run !== this.worker.run) return;
    for (const listener of this.discarding) listener(run, last);
    this.intent = 'wait';
    await this.model.forgetRun();
    this.worker.end();
    clearRun(this.state);
  }

  /** The run with its optimiser, unless a long step is under way. */
  private whole(): Promise<Last | undefined> {
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, WHOLE_MS));
    return Promise.race([this.checkpoint().catch(() => undefined), late]);
  }

  private async hear(event: TrainerEvent) {
    if (event.kind === 'failed') return this.hearFailure(event);
    if (event.kind === 'timed') return this.worker.remember(event);
    if (event.kind === 'finished' || event.kind === 'diverged') this.intent = 'wait';
    placeEvent(this.state, event);
  }

  private async hearFailure(failed: TrainerEventOf<'failed'>) {
    const { state, worker } = this;
    const { run } = worker;
    // What fails ahead of a run is tried again with the run.
    if (state.run.phase.value === 'idle') return worker.end();
    const next = await inPlaceOf(failed, state, this.model, this.threads);
    if (run !== worker.run) return;
    if (!next) {
      const { config } = state.run;
      const wanted = config.peek();
      await this.discard();
      const again = () => void (wanted && this.go('run', wanted).catch(this.report));
      return this.report(new Failed({ kind: 'trainingStopped', why: failed.why }), again);
    }
    state.run.notices.value = [next.notice];
    worker.end();
    await this.begin(next.order);
  }
}
