// Answers encode and decode requests from a CPU copy of the model, so that exploring never waits for training.

import { expose, transfer } from 'comlink';
import type { Encoding, ExplorerApi, Grid, Site, Split, Traversals } from '../protocol';
import { type Latent, loadBuild } from './build';
import { fetchDigits } from './files';
import { macrotask } from './macrotask';
import { joined, joinedCodes, parts } from './parts';
import { buffersOf } from './transfer';
import { Turns } from './turns';

/** Images decoded or encoded at once, so that a decode under the pointer waits for these at most. */
const AT_ONCE = 20;

class ExplorerWorker implements ExplorerApi {
  private readonly turns = new Turns();
  private latent: typeof Latent | undefined;
  private explorer: Latent.Explorer | undefined;
  private readonly digits = new Map<Split, Promise<Latent.Digits>>();
  private shipped: Uint8Array = new Uint8Array();
  private current: Uint8Array = new Uint8Array();
  private trained: Uint8Array | undefined;
  /** What was opened: its encoder may be missing still. */
  private opening: Uint8Array | undefined;
  private base = '';
  /** How many maps were asked for. */
  private maps = 0;

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

  async openTestDigits() {
    return (await this.split('t10k')).length;
  }

  async testDigit(index: number) {
    const digits = await this.split('t10k');
    return { index, label: digits.label(index), pixels: digits.pixels(index) };
  }

  async codes(split: Split, count: number) {
    const digits = await this.split(split);
    return this.turns.take(async () => {
      const some: Latent.Codes[] = [];
      for (const [start, size] of parts(Math.min(count, digits.length), AT_ONCE)) {
        some.push(await this.opened.codes(digits, start, size));
        await macrotask();
      }
      const codes = joinedCodes(some);
      return transfer(codes, buffersOf(codes.mu, codes.logVar, codes.labels));
    });
  }

  async decode(z: Float32Array, digitClass: number) {
    return handOver(await this.opened.decode(z, z.length, digitClass));
  }

  decodeAll(points: Float32Array, latentSize: number, digitClass: number) {
    return this.turns.take(async () => {
      const images: Uint8Array[] = [];
      for (const [start, size] of parts(points.length / latentSize, AT_ONCE)) {
        const some = points.slice(start * latentSize, (start + size) * latentSize);
        images.push(await this.opened.decode(some, latentSize, digitClass));
        await macrotask();
      }
      return handOver(joined(images));
    });
  }

  async encode(pixels: Uint8Array, digitClass: number) {
    return handOverEncoding(await this.opened.encode(pixels, digitClass));
  }

  async draw(ink: Uint8Array, side: number, digitClass: number) {
    const encoding = await this.opened.draw(ink, side, digitClass);
    return encoding && handOverEncoding(encoding);
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

  /** Answers from these weights, if they are a model's. */
  private take(weights: Uint8Array, remember: () => void = () => undefined) {
    return this.turns.take(() => {
      const summary = this.opened.load(weights);
      this.current = weights;
      remember();
      return summary;
    });
  }

  /** Fetched and read at the first time; a failure is forgotten, so that it can be tried again. */
  private split(split: Split) {
    const known = this.digits.get(split);
    if (known) return known;
    const digits = fetchDigits(this.build, this.base, split);
    this.digits.set(split, digits);
    digits.catch(() => this.digits.delete(split));
    return digits;
  }

  private get build() {
    if (!this.latent) throw new Error('The explorer is not open yet: wait for the first picture.');
    return this.latent;
  }

  private get opened() {
    if (!this.explorer) throw new Error('The model is not open yet: wait for the first picture.');
    return this.explorer;
  }
}

function handOver(bytes: Uint8Array) {
  return transfer(bytes, buffersOf(bytes));
}

function handOverEncoding(encoding: Encoding) {
  const { seen, mu, logVar, klPerDimension, reconstruction } = encoding;
  return transfer(encoding, buffersOf(seen, mu, logVar, klPerDimension, reconstruction));
}

expose(new ExplorerWorker());
