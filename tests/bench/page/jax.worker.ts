// jax-js on its wasm backend.

import { defaultDevice, init, numpy as np } from '@jax-js/jax';
import { expose } from 'comlink';
import type { RunConfig } from '../../../www/protocol';
import { fetchBytes } from '../../../www/workers/files';
import { compileStep, corrections, initialState, type TrainState } from './jax-vae';
import type { Trainer } from './trainers';

const PIXELS = 784;
const IDX_HEADER = 16;

interface Opened {
  batchSize: number;
  /** All training images in [0, 1], ready to be copied. */
  images: Float32Array;
  state: TrainState;
  step: ReturnType<typeof compileStep>;
}

export class JaxTrainer implements Trainer {
  private opened: Opened | undefined;
  private count = 0;

  async open(run: RunConfig, site: string) {
    await init('wasm');
    defaultDevice('wasm');
    this.opened = {
      batchSize: run.train.batchSize,
      images: await fetchImages(site),
      state: initialState(run.model, run.train.seed),
      step: compileStep(run),
    };
  }

  async train(steps: number) {
    const { opened } = this;
    if (!opened) throw new Error('Expected open() before train().');
    const started = performance.now();
    let sum = 0;
    for (let i = 0; i < steps; i++) {
      this.count += 1;
      const x = randomBatch(opened.images, opened.batchSize);
      const [state, loss] = opened.step(opened.state, x, corrections(this.count));
      opened.state = state;
      // Reading each loss is quicker than leaving the steps queued.
      sum += Number(await loss.jsAsync());
    }
    return { milliseconds: performance.now() - started, loss: sum / steps };
  }

  threads() {
    return crossOriginIsolated ? navigator.hardwareConcurrency : 1;
  }
}

async function fetchImages(site: string) {
  const zipped = await fetchBytes(new URL('data/train-images-idx3-ubyte.gz', site));
  const plain = new Blob([new Uint8Array(zipped)]).stream().pipeThrough(new DecompressionStream('gzip'));
  const pixels = new Uint8Array(await new Response(plain).arrayBuffer()).subarray(IDX_HEADER);
  return Float32Array.from(pixels, (pixel) => pixel / 255);
}

/** `[size, 784]`. */
function randomBatch(images: Float32Array, size: number) {
  const count = images.length / PIXELS;
  const x = new Float32Array(size * PIXELS);
  for (let row = 0; row < size; row++) {
    const from = PIXELS * Math.floor(Math.random() * count);
    x.set(images.subarray(from, from + PIXELS), row * PIXELS);
  }
  return np.array(x, { shape: [size, PIXELS] });
}

expose(new JaxTrainer());
