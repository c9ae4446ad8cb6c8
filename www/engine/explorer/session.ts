// The explorer's worker: the model that answers, the weights that may take its place, and the data set.

import { transfer } from 'comlink';
import { type Latent, loadBuild } from '../build';
import { failureOf } from '../failure/failure';
import type { DataFiles, ExplorerEvent, Loaded, ModelApi, RunConfig, Site, Snapshot } from '../protocol';
import { buffersOf, handOver } from '../transfer';
import { Turns } from '../turns';
import { ExplorerModel } from './model';
import { Splits } from './splits';

export class Session implements ModelApi {
  /** Long work, one after the other; urgent questions overtake it. */
  readonly turns = new Turns();
  private base = '';
  private splits: Splits | undefined;
  private latent: typeof Latent | undefined;
  private model: ExplorerModel | undefined;
  private version = 0;
  private shipped: Uint8Array | undefined;
  /** What was opened: its encoder may be missing still. */
  private opening: Uint8Array | undefined;
  /** The run whose snapshots count, its last one, and whether those to come are shown. */
  private run: number | undefined;
  private last: Snapshot | undefined;
  private follows = true;
  private tell: (event: ExplorerEvent) => Promise<void> = async () => undefined;

  async prepare(site: Site, version: number, tell: (event: ExplorerEvent) => Promise<void>) {
    this.latent = await loadBuild('cpu', site);
    this.base = site.base;
    this.splits = new Splits(this.latent, site);
    this.version = version;
    this.tell = tell;
  }

  /** Another data set in place of the one before. */
  use(data: DataFiles) {
    this.splits = new Splits(this.build, { base: this.base, data });
  }

  async openModel(weights: Uint8Array) {
    const loaded = this.show(weights);
    this.shipped = this.opening = weights;
    return loaded;
  }

  async complete(weights: Uint8Array) {
    // Another model may have been shipped by now.
    if (this.shipped !== this.opening) return;
    this.shipped = weights;
    // It decodes as before: it is the same model.
    if (this.current.weights === this.opening) this.put(this.version, weights);
  }

  async ship(weights: Uint8Array) {
    const loaded = this.show(weights);
    this.shipped = weights;
    this.follows = false;
    return loaded;
  }

  async shipUntrained(run: RunConfig) {
    return this.ship(this.build.untrainedModel(run));
  }

  async showShipped() {
    this.follows = false;
    return this.shipped && this.show(this.shipped);
  }

  async visit(weights: Uint8Array) {
    const loaded = this.show(weights);
    this.follows = false;
    return loaded;
  }

  async showRun() {
    this.follows = true;
    const { last } = this;
    if (!last || last.weights === this.model?.weights) return undefined;
    return { ...this.show(last.weights), step: last.step };
  }

  async hold() {
    this.follows = false;
  }

  async forgetRun() {
    this.run = undefined;
    this.last = undefined;
    this.follows = true;
  }

  async begin(run: number) {
    this.run = run;
  }

  /** A snapshot of the run: it is dealt with when the page has heard of it. */
  async take(run: number, snapshot: Snapshot) {
    // What a run that is over still sent.
    if (run !== this.run) return;
    const { step } = snapshot;
    if (!this.follows) {
      this.last = snapshot;
      await this.tell({ kind: 'held', run, step });
      return;
    }
    await this.tell(this.shownOf(run, snapshot));
  }

  private shownOf(run: number, snapshot: Snapshot): ExplorerEvent {
    try {
      const loaded = this.show(snapshot.weights);
      this.last = snapshot;
      return { kind: 'shown', run, step: snapshot.step, ...loaded };
    } catch (error) {
      return { kind: 'refused', run, why: failureOf(error) };
    }
  }

  async weights() {
    return handOver(this.current.weights.slice());
  }

  async snapshot() {
    if (!this.last) return undefined;
    const copy = { weights: this.last.weights.slice(), step: this.last.step };
    return transfer(copy, buffersOf(copy.weights));
  }

  async halved() {
    return this.last && handOver(this.build.halved(this.last.weights));
  }

  /** Answers from these weights, if they are a model's. */
  private show(weights: Uint8Array): Loaded {
    const { version, session } = this.put(this.version + 1, weights);
    return { version, summary: session.summary() };
  }

  private put(version: number, weights: Uint8Array) {
    const model = new ExplorerModel(version, weights, new this.build.Explorer(weights));
    this.model?.replace();
    this.model = model;
    this.version = version;
    return model;
  }

  get data() {
    if (!this.splits) throw new Error('The explorer is not open yet: wait for the first picture.');
    return this.splits;
  }

  get build() {
    if (!this.latent) throw new Error('The explorer is not open yet: wait for the first picture.');
    return this.latent;
  }

  get current() {
    if (!this.model) throw new Error('The model is not open yet: wait for the first picture.');
    return this.model;
  }
}
