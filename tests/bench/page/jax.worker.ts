// jax-js on its wasm and WebGPU backends.

import { defaultDevice, init, numpy as np } from '@jax-js/jax';
import { expose } from 'comlink';
import type { Backend, RunConfig, Site } from '../../../www/engine/protocol';
import { Images } from './images';
import { compileStep, corrections, initialState, type TrainState } from './jax-vae';
import type { System } from './systems';

const PIXELS = 784;

interface Begun {
  batchSize: number;
  state: TrainState;
  step: ReturnType<typeof compileStep>;
  count: number;
}

class Jax implements System {
  private images: Images | undefined;
  private begun: Begun | undefined;

  /** In wasm it takes one thread, or on an isolated page all processors. */
  async open({ base }: Site, backend: Backend) {
    const device = backend === 'webgpu' ? 'webgpu' : 'wasm';
    if (!(await init(device)).includes(device))
      throw new Error(`jax-js could not open its ${device} backend.`);
    defaultDevice(device);
    this.images = await Images.fetch(base);
  }

  async begin(run: RunConfig) {
    const state = initialState(run.model, run.train.seed);
    this.begun = { batchSize: run.train.batchSize, state, step: compileStep(run), count: 0 };
  }

  async train(steps: number) {
    const { begun, images } = this;
    if (!begun || !images) throw new Error('Expected begin() before train().');
    const started = performance.now();
    const losses: np.Array[] = [];
    for (let i = 0; i < steps; i++) {
      begun.count += 1;
      const x = np.array(images.randomBatch(begun.batchSize), { shape: [begun.batchSize, PIXELS] });
      const [state, loss] = begun.step(begun.state, x, corrections(begun.count));
      begun.state = state;
      losses.push(loss);
      // On the CPU reading each loss is quicker than leaving the steps queued; a GPU would wait for each reading.
      if (defaultDevice() === 'wasm') await loss.ref.jsAsync();
    }
    let sum = 0;
    for (const loss of losses) sum += Number(await loss.jsAsync());
    return { milliseconds: performance.now() - started, loss: sum / steps };
  }
}

expose(new Jax());
