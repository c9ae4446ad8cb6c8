// The one owner of "which model": what is shown, who asks something of it, and what is forgotten when another one comes.

import { batch } from '@preact/signals-core';
import type { ExplorerClient } from '../../engine/clients/explorer';
import { isSameData } from '../../engine/data/spec';
import { type Asked, type OfModel, Stale } from '../../engine/explorer/questions';
import { Failed } from '../../engine/failure/failure';
import type { DataSpec, ExplorerEvent, Loaded, RunConfig, Snapshot } from '../../engine/protocol';
import { showData } from '../../ui/shown-data';
import type { Report } from '../page/commands';
import type { State } from '../store';
import { type Follower, followed, type Question } from './follow';
import { isOfSameSource, type Model, UNTRAINED } from './state';

/** A run's model after `step` steps. */
export interface StoredModel extends Snapshot {
  run: number;
}

type Client = Pick<ExplorerClient, 'askOf' | 'load' | 'receive' | 'onEvent'>;

export class ModelScope {
  /** Told of each snapshot that the explorer has taken, shown or not. */
  private readonly listeners: ((run: number, step: number) => Promise<void>)[] = [];
  private readonly followers: Follower[] = [];
  private readonly sizeListeners: ((latentSize: number, model: Model) => void)[] = [];
  private readonly dataListeners: ((data: DataSpec) => void)[] = [];
  private readonly shippedListeners: ((model: Model) => void)[] = [];
  /** Opens the shipped model, where none has come yet. */
  openShipped: () => Promise<void> | void = () => undefined;
  /** The run whose snapshots count. */
  private run = 0;

  constructor(
    private readonly state: State,
    private readonly explorer: Client,
    private readonly report: Report,
  ) {
    explorer.onEvent = (event) => this.hear(event);
  }

  /**
   * Asks anew whenever its inputs or the model change, the latest first; `show` gets each answer with the model that gave it,
   * and nothing as soon as a model of another source is shown.
   */
  follow<Inputs, Value>(question: Question<Inputs, Value>): void {
    this.followers.push(followed(question, this.state, this.explorer, this.report));
  }

  /** Asks once, of the model that is shown: anew where another one comes meanwhile. */
  async ask<Value>(
    question: (it: Asked<OfModel>, model: Model) => Promise<Value>,
  ): Promise<{ model: Model; value: Value }> {
    for (;;) {
      const model = await this.given();
      try {
        return { model, value: await this.explorer.askOf(model.version, (it) => question(it, model)) };
      } catch (error) {
        if (!(error instanceof Stale)) throw error;
        await this.after(model);
      }
    }
  }

  /** Hears of the size of the latent space when it changes, and of the model, just before that is shown. */
  onSize(listener: (latentSize: number, model: Model) => void) {
    this.sizeListeners.push(listener);
  }

  /** Hears of other data when the model that comes is of such, just before it is shown: what is of the data before goes. */
  onData(listener: (data: DataSpec) => void) {
    this.dataListeners.push(listener);
  }

  /** Hears of a shipped model that comes in place of any model of its size, just before it is shown. */
  onShipped(listener: (model: Model) => void) {
    this.shippedListeners.push(listener);
  }

  onSnapshot(listener: (run: number, step: number) => Promise<void>) {
    this.listeners.push(listener);
  }

  /** The model that the page opens with, or that comes back with another explorer. */
  async open(weights: Uint8Array) {
    this.opened(await this.explorer.load((it) => it.openModel(weights)));
  }

  opened(loaded: Loaded) {
    this.place(loaded, 0, 0);
  }

  /** The opening model's encoder has come too. */
  async complete(weights: Uint8Array) {
    await this.explorer.load((it) => it.complete(weights));
    this.state.model.whole.value = true;
  }

  async ship(file: string, weights: Uint8Array) {
    this.shipped(file, await this.explorer.load((it) => it.ship(weights)));
  }

  /** What a run begins with, where the data set has no model of its own. */
  async shipUntrained(run: RunConfig) {
    this.state.model.untrained.value = run;
    this.shipped(UNTRAINED, await this.explorer.load((it) => it.shipUntrained(run)));
  }

  private shipped(file: string, loaded: Loaded) {
    batch(() => {
      this.state.model.shipped.value = file;
      this.state.model.whole.value = true;
      this.place(loaded, 0, 0);
    });
  }

  async showShipped() {
    const loaded = await this.explorer.load((it) => it.showShipped());
    if (loaded) this.place(loaded, 0, 0);
    else await this.openShipped();
  }

  /** A model of a run's past, or of a run that was kept; its version. */
  async visit({ run, step, weights }: StoredModel): Promise<number> {
    const loaded = await this.explorer.load((it) => it.visit(weights));
    this.place(loaded, run, step);
    return loaded.version;
  }

  /** The run's snapshots come through the port from now on. */
  async follows(run: number, port: MessagePort) {
    this.run = run;
    await this.explorer.receive(run, port);
  }

  /** The run's model as it is and as it will be, in place of any other one. */
  async showRun() {
    this.state.model.arriving.value = undefined;
    const { run } = this;
    const loaded = await this.explorer.load((it) => it.showRun());
    if (loaded) this.place(loaded, run, loaded.step);
  }

  /** The run's snapshots are held: what is shown stays. */
  hold = () => this.explorer.load((it) => it.hold());

  forgetRun = () => this.explorer.load((it) => it.forgetRun());
  weights = () => this.explorer.load((it) => it.weights());
  /** A copy of the run's last model, once there was a step. */
  async last(): Promise<Snapshot | undefined> {
    const last = await this.explorer.load((it) => it.snapshot());
    return last && last.step > 0 ? last : undefined;
  }

  halved = () => this.explorer.load((it) => it.halved());

  private async hear(event: ExplorerEvent) {
    if (event.kind === 'refused') return this.report(new Failed(event.why));
    if (event.kind === 'shown') this.place(event, event.run, event.step);
    if (event.run !== this.run) return;
    // What fails here is neither the explorer's fault nor the trainer's, which would take it for its own.
    for (const listener of this.listeners) await listener(event.run, event.step).catch(this.report);
  }

  private place({ version, summary }: Loaded, run: number, step: number) {
    const { shown } = this.state.model;
    const before = shown.peek();
    // What tells of it was overtaken.
    if (before && version < before.version) return;
    const model: Model = { version, summary, run, step };
    const { latentSize } = summary.config;
    batch(() => {
      if (!before || !isOfSameSource(before, model)) for (const follower of this.followers) follower.forget();
      if (before?.summary.config.latentSize !== latentSize)
        for (const listener of this.sizeListeners) listener(latentSize, model);
      else if (run === 0) for (const listener of this.shippedListeners) listener(model);
      if (before && !isSameData(before.summary.data, summary.data))
        for (const listener of this.dataListeners) listener(summary.data);
      showData(summary.data);
      shown.value = model;
    });
  }

  private given(): Promise<Model> {
    return this.until((model) => model);
  }

  private async after(before: Model) {
    await this.until((model) => (model?.version === before.version ? undefined : model));
  }

  private until(found: (model: Model | undefined) => Model | undefined): Promise<Model> {
    return new Promise((resolve) => {
      const stop = this.state.model.shown.subscribe((model) => {
        const wanted = found(model);
        if (!wanted) return;
        resolve(wanted);
        queueMicrotask(() => stop());
      });
    });
  }
}
