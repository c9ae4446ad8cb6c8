// Answers encode and decode requests from a CPU copy of the model, so that exploring never waits for training.

import { expose, transfer } from 'comlink';
import type {
  Codes,
  Corruption,
  Encoding,
  ExplorerApi,
  Grid,
  Path,
  SamplesOrder,
  Split,
  Traversals,
} from '../protocol';
import type { Latent } from './build';
import { ExplorerModel } from './explorer-model';
import { fetchDigits } from './files';
import { fetchFirstDigits } from './first-digits';
import { macrotask } from './macrotask';
import { nearest } from './nearest';
import { inParts, joined, joinedCodes, joinedFloats } from './parts';
import { Splits } from './splits';
import { buffersOf, handOver } from './transfer';

/** Images decoded or encoded at once, so that a decode under the pointer waits for these at most. */
const AT_ONCE = 20;
/** Digits encoded between two tellings, a multiple of those at once. */
const TOLD_EVERY = 200;
const UNDAMAGED: Corruption = { damage: { kind: 'none' }, seed: 0 };

class ExplorerWorker extends ExplorerModel implements ExplorerApi {
  private readonly splits = new Splits((split) => fetchDigits(this.build, this.base, split));
  /** The first training digits, and their codes by the models that answered meanwhile. */
  private training: Latent.Digits | undefined;
  private trainingCodes: Codes | undefined;
  /** How many maps were asked for. */
  private maps = 0;

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

  async path(path: Path) {
    return this.build.pathPoints(path);
  }

  async principalAxes(points: Float32Array, latentSize: number) {
    return this.build.principalAxes(points, latentSize);
  }

  async decode(z: Float32Array, digitClass: number) {
    return handOver(await this.opened.decode(z, z.length, digitClass));
  }

  decodeAll(points: Float32Array, latentSize: number, digitClass: number) {
    return this.turns.take(async () => {
      const work = (start: number, size: number) =>
        this.opened.decode(
          points.slice(start * latentSize, (start + size) * latentSize),
          latentSize,
          digitClass,
        );
      const images = await inParts(points.length / latentSize, AT_ONCE, work);
      return handOver(joined(images));
    });
  }

  async encode(pixels: Uint8Array, digitClass: number, { damage, seed } = UNDAMAGED) {
    return handOverEncoding(await this.opened.encode(pixels, digitClass, damage, seed));
  }

  async draw(ink: Uint8Array, side: number, digitClass: number, { damage, seed } = UNDAMAGED) {
    const encoding = await this.opened.draw(ink, side, digitClass, damage, seed);
    return encoding && handOverEncoding(encoding);
  }

  samples({ mu, logVar, count, seed, digitClass }: SamplesOrder) {
    return this.turns.take(async () => {
      const samples = await this.opened.samples(mu, logVar, count, seed, digitClass);
      const { z, images, mean, deviation } = samples;
      return transfer(samples, buffersOf(z, images, mean, deviation));
    });
  }

  /** Row by row, so that a decode under the pointer waits for one row at most. */
  map({ view, digitClass, passing }: Grid) {
    const order = ++this.maps;
    return this.turns.take(async () => {
      const strips: Uint8Array[] = [];
      for (let row = 0; row < view.up.length; row++) {
        if (passing && order !== this.maps) return undefined;
        strips.push(await this.opened.mapRow(view, row, digitClass));
        await macrotask();
      }
      return handOver(joined(strips));
    });
  }

  mapBeside({ view, digitClass }: Omit<Grid, 'passing'>, weights: Uint8Array | undefined) {
    return this.turns.take(async () => {
      const other = weights && new this.build.Explorer(weights);
      const strips: Uint8Array[] = [];
      for (let row = 0; row < view.up.length; row++) {
        strips.push(await (other ?? this.opened).mapRow(view, row, digitClass));
        await macrotask();
      }
      other?.free();
      return handOver(joined(strips));
    });
  }

  traversals({ z, extent, count, digitClass }: Traversals) {
    return this.turns.take(async () => {
      const strips: Uint8Array[] = [];
      const point = Float32Array.from(z);
      for (let dimension = 0; dimension < z.length; dimension++) {
        strips.push(await this.opened.traversal(point, dimension, extent, count, digitClass));
        await macrotask();
      }
      return transfer(strips, buffersOf(...strips));
    });
  }
}

function handOverEncoding(encoding: Encoding) {
  const { seen, clean, mu, logVar, klPerDimension, reconstruction } = encoding;
  return transfer(encoding, buffersOf(seen, clean, mu, logVar, klPerDimension, reconstruction));
}

expose(new ExplorerWorker());
