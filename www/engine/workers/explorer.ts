// Answers encode and decode requests from a CPU copy of the model, so that exploring never waits for training.

import { expose, transfer } from 'comlink';
import { macrotask } from '../macrotask';
import type { Corruption, Encoding, ExplorerApi, Grid, Path, SamplesOrder, Traversals } from '../protocol';
import { ExplorerDigits } from './explorer-digits';
import { AT_ONCE, inParts, joined } from './parts';
import { buffersOf, handOver } from './transfer';

const UNDAMAGED: Corruption = { damage: { kind: 'none' }, seed: 0 };

class ExplorerWorker extends ExplorerDigits implements ExplorerApi {
  /** How many maps were asked for. */
  private maps = 0;

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
