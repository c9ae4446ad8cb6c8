// The package's worker: the crate's CPU build, with a model that answers or a run.

import { expose, transfer, wrap } from 'comlink';
import { buffersOf } from '../../engine/transfer';
import init, { Explorer } from '../../public/wasm/cpu/latent.js';
import { Run } from './run';
import type { RunOrder, Told, WorkerApi } from './worker-api';

const UNDAMAGED = { kind: 'none' } as const;

class PackageWorker implements WorkerApi {
  private explorer: Explorer | undefined;
  private run: Run | undefined;

  async open(module: WebAssembly.Module) {
    await init({ module_or_path: module });
  }

  load(weights: Uint8Array) {
    const next = new Explorer(weights);
    this.explorer?.free();
    this.explorer = next;
    return next.summary();
  }

  decode(points: Float32Array, latentSize: number, classIndex: number) {
    const images = this.model.decode(points, latentSize, classIndex);
    return transfer(images, buffersOf(images));
  }

  encode(pixels: Uint8Array, classIndex: number) {
    return this.model.encode(pixels, classIndex, UNDAMAGED, 0);
  }

  draw(ink: Uint8Array, side: number, classIndex: number) {
    return this.model.draw(ink, side, classIndex, UNDAMAGED, 0);
  }

  async create(order: RunOrder, port: MessagePort) {
    this.run = await Run.create(order, wrap<(event: Told) => unknown>(port));
  }

  async resume() {
    await this.run?.pump.resume();
  }

  async pause() {
    await this.run?.pump.pause();
  }

  private get model() {
    if (!this.explorer) throw new Error('Expected a model to be open, but none is: open one first.');
    return this.explorer;
  }
}

expose(new PackageWorker());
