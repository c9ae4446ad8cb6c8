// What the explorer's model makes of the data set: where its digits lie, and which are near.

import { transfer } from 'comlink';
import type { Codes, Split } from '../protocol';
import type { Latent } from './build';
import { ExplorerModel } from './explorer-model';
import { fetchDigits } from './files';
import { fetchFirstDigits } from './first-digits';
import { nearest } from './nearest';
import { AT_ONCE, inParts, joined, joinedCodes, joinedFloats } from './parts';
import { Splits } from './splits';
import { buffersOf } from './transfer';

/** Digits encoded between two tellings, a multiple of those at once. */
const TOLD_EVERY = 200;

export class ExplorerDigits extends ExplorerModel {
  private readonly splits = new Splits((split) => fetchDigits(this.build, this.base, split));
  /** The first training digits, and their codes by the models that answered meanwhile. */
  private training: Latent.Digits | undefined;
  private trainingCodes: Codes | undefined;

  async openTestDigits() {
    return (await this.splits.get('t10k')).length;
  }

  testDigit(index: number, ofClass?: number) {
    return this.splits.digit('t10k', index, ofClass);
  }

  async codes(split: Split, count: number) {
    const digits = await this.splits.get(split);
    return this.turns.take(async () => {
      const work = (start: number, size: number) => this.opened.codes(digits, start, size);
      const codes = joinedCodes(await inParts(Math.min(count, digits.length), AT_ONCE, work));
      return transfer(codes, buffersOf(codes.mu, codes.logVar, codes.labels));
    });
  }

  async elbos(split: Split, count: number) {
    const digits = await this.splits.get(split);
    return this.turns.take(async () => {
      const work = (start: number, size: number) => this.opened.elbos(digits, start, size);
      const elbos = joinedFloats(await inParts(Math.min(count, digits.length), AT_ONCE, work));
      return transfer(elbos, buffersOf(elbos));
    });
  }

  /** A turn for each part: maps come in between, and so may a newer snapshot of the model. */
  async encodeTraining(count: number, tell: (done: number) => void) {
    this.training ??= await fetchFirstDigits(this.build, this.base, 'train', count);
    const digits = this.training;
    const all = Math.min(count, digits.length);
    const some = await inParts(all, AT_ONCE, (start, size) => {
      if (start % TOLD_EVERY === 0) tell(start);
      return this.turns.take(() => this.opened.codes(digits, start, size));
    });
    this.trainingCodes = joinedCodes(some);
    return all;
  }

  async neighbours(z: Float32Array, count: number) {
    const { training, trainingCodes } = this;
    if (!training || !trainingCodes) return undefined;
    if (trainingCodes.mu.length !== z.length * trainingCodes.labels.length) return undefined;
    const digits = nearest(trainingCodes, z, count);
    const images = joined(digits.map(({ index }) => training.pixels(index)));
    return transfer({ digits, images }, buffersOf(images));
  }

  async directions({ mu, logVar }: Codes, latentSize: number) {
    return (await this.splits.get('t10k')).directions(mu, logVar, latentSize);
  }
}
