// The model that the explorer answers from, and the weights that may take its place.

import type { Site } from '../protocol';
import { type Latent, loadBuild } from './build';
import { handOver } from './transfer';
import { Turns } from './turns';

export class ExplorerModel {
  protected readonly turns = new Turns();
  protected base = '';
  private latent: typeof Latent | undefined;
  private explorer: Latent.Explorer | undefined;
  private shipped: Uint8Array = new Uint8Array();
  private current: Uint8Array = new Uint8Array();
  private trained: Uint8Array | undefined;
  /** What was opened: its encoder may be missing still. */
  private opening: Uint8Array | undefined;

  async open(site: Site, weights: Uint8Array) {
    this.latent = await loadBuild('cpu', site);
    this.explorer = new this.latent.Explorer(weights);
    this.base = site.base;
    this.shipped = this.current = this.opening = weights;
    return this.explorer.summary();
  }

  complete(weights: Uint8Array) {
    return this.turns.take(() => {
      // Another model may have been shipped by now.
      if (this.shipped !== this.opening) return;
      if (this.current === this.shipped) {
        this.opened.load(weights);
        this.current = weights;
      }
      this.shipped = weights;
    });
  }

  ship(weights: Uint8Array) {
    return this.take(weights, () => {
      this.shipped = weights;
    });
  }

  reopen() {
    return this.take(this.shipped);
  }

  load(weights: Uint8Array) {
    return this.take(weights, () => {
      this.trained = weights;
    });
  }

  hold(weights: Uint8Array) {
    return this.turns.take(() => {
      this.trained = weights;
    });
  }

  halved() {
    return this.turns.take(() => this.trained && handOver(this.build.halved(this.trained)));
  }

  visit(weights: Uint8Array) {
    return this.take(weights);
  }

  async weights() {
    return handOver(this.current.slice());
  }

  async snapshot() {
    return this.trained && handOver(this.trained.slice());
  }

  async defaultRun() {
    return this.build.defaultRun();
  }

  async checkRun(run: Latent.RunConfig) {
    return this.build.checkRun(run);
  }

  async trainsOnGpu(run: Latent.RunConfig) {
    return this.build.trainsOnGpu(run);
  }

  /** Answers from these weights, if they are a model's. */
  private take(weights: Uint8Array, remember: () => void = () => undefined) {
    return this.turns.take(() => {
      const summary = this.opened.load(weights);
      this.current = weights;
      remember();
      return summary;
    });
  }

  protected get build() {
    if (!this.latent) throw new Error('The explorer is not open yet: wait for the first picture.');
    return this.latent;
  }

  protected get opened() {
    if (!this.explorer) throw new Error('The model is not open yet: wait for the first picture.');
    return this.explorer;
  }
}
