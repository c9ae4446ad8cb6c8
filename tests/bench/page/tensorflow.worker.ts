// TensorFlow.js on its wasm and WebGPU backends.

import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-webgpu';
import plainWasm from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.wasm?url';
import simdWasm from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm?url';
import threadedWasm from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.wasm?url';
import * as tf from '@tensorflow/tfjs-core';
import { expose } from 'comlink';
import type { Backend, RunConfig, Site } from '../../../www/engine/protocol';
import { Images } from './images';
import type { System } from './systems';
import { Vae } from './tensorflow-vae';

class TensorFlow implements System {
  private images: Images | undefined;
  private vae: Vae | undefined;
  private batchSize = 0;

  async open({ base }: Site, backend: Backend, threads: number) {
    setWasmPaths({
      'tfjs-backend-wasm.wasm': plainWasm,
      'tfjs-backend-wasm-simd.wasm': simdWasm,
      'tfjs-backend-wasm-threaded-simd.wasm': threadedWasm,
    });
    setThreadsCount(threads);
    const name = backend === 'webgpu' ? 'webgpu' : 'wasm';
    if (!(await tf.setBackend(name))) throw new Error(`TensorFlow.js could not open its ${name} backend.`);
    this.images = await Images.fetch(base);
  }

  async begin(run: RunConfig) {
    this.vae?.dispose();
    this.vae = new Vae(run);
    this.batchSize = run.train.batchSize;
  }

  async train(steps: number) {
    const { vae, images, batchSize } = this;
    if (!vae || !images) throw new Error('Expected begin() before train().');
    const started = performance.now();
    const losses = Array.from({ length: steps }, () => vae.step(images.randomBatch(batchSize)));
    const mean = tf.tidy(() => tf.mean(tf.stack(losses)));
    const [loss] = await mean.data();
    tf.dispose([losses, mean]);
    return { milliseconds: performance.now() - started, loss: Number(loss) };
  }
}

expose(new TensorFlow());
