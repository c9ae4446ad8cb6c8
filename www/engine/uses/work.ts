// The worker that puts a copy of a model to use: the model, and the data set that it is of.

import { ExplorerModel } from '../explorer/model';
import { Splits } from '../explorer/splits';
import type { UsesOrder } from '../protocol/uses';
import { Turns } from '../turns';
import { type Loaded, loadUses, type Model } from './build';

export class UsesWork {
  /** Long work, one after the other. */
  readonly turns = new Turns();
  private latent: Loaded | undefined;
  private splits: Splits | undefined;
  private model: ExplorerModel<Model> | undefined;

  async open(base: string) {
    this.latent = await loadUses(base);
  }

  /** Another model answers, on its data. */
  load({ images, version, weights }: UsesOrder) {
    const { latent } = this;
    if (!latent) throw new Error('Nothing is open yet: open it first.');
    const model = new ExplorerModel(version, weights, new latent.UsesSession(weights));
    this.model?.replace();
    this.model = model;
    if (images) this.splits = new Splits(latent, images);
  }

  get build() {
    if (!this.latent) throw new Error('Nothing is open yet: open it first.');
    return this.latent;
  }

  get data() {
    if (!this.splits) throw new Error('No model is there yet: load one first.');
    return this.splits;
  }

  get current() {
    if (!this.model) throw new Error('No model is there yet: load one first.');
    return this.model;
  }
}
