// The same VAE on TensorFlow.js: the crate's layers, starting weights, objective and Adam, by the library's own optimiser.

import * as tf from '@tensorflow/tfjs-core';
// The library leaves the gradients to be registered by who trains.
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import type { RunConfig } from '../../../www/engine/protocol';

const PIXELS = 784;

/** Weight `[inputs, outputs]`, bias `[outputs]`. */
interface Layer {
  weight: tf.Variable;
  bias: tf.Variable;
}

export class Vae {
  private readonly encoder: Layer[];
  private readonly decoder: Layer[];
  private readonly adam: tf.Optimizer;

  constructor(private readonly run: RunConfig) {
    const { latentSize, hiddenSizes } = run.model;
    this.encoder = stack([PIXELS, ...hiddenSizes, 2 * latentSize]);
    this.decoder = stack([latentSize, ...hiddenSizes.toReversed(), PIXELS]);
    this.adam = tf.train.adam(run.train.learningRate, 0.9, 0.999, 1e-8);
  }

  /** One step of training on x, `[N, 784]` in [0, 1], which returns -ELBO in nats an image. */
  step(images: Float32Array): tf.Scalar {
    const { batchSize } = this.run.train;
    return tf.tidy(() => {
      const x = tf.tensor2d(images, [batchSize, PIXELS]);
      const loss = this.adam.minimize(() => this.loss(x), true);
      if (!loss) throw new Error('Expected the optimiser to return the loss.');
      return loss;
    });
  }

  dispose() {
    for (const { weight, bias } of [...this.encoder, ...this.decoder]) tf.dispose([weight, bias]);
    this.adam.dispose();
  }

  private loss(x: tf.Tensor2D): tf.Scalar {
    const { batchSize } = this.run.train;
    const [mu, logVar] = tf.split(through(this.encoder, x), 2, 1);
    if (!mu || !logVar) throw new Error('Expected the encoder to give two halves.');
    const noise = tf.randomNormal(mu.shape as [number, number]);
    const z = tf.add(mu, tf.mul(tf.exp(tf.mul(logVar, 0.5)), noise)) as tf.Tensor2D;
    const logits = through(this.decoder, z);
    const reconstruction = tf.sum(tf.sub(tf.softplus(logits), tf.mul(x, logits)));
    const inner = tf.sub(tf.sub(tf.add(logVar, 1), tf.square(mu)), tf.exp(logVar));
    const kl = tf.mul(tf.sum(inner), -0.5);
    return tf.div(tf.add(reconstruction, kl), batchSize);
  }
}

/** Weights and biases from U(-k, k), k = 1 / sqrt(inputs). */
function stack(widths: number[]): Layer[] {
  return widths.slice(1).map((outputs, i) => {
    const inputs = widths[i] ?? Number.NaN;
    const k = 1 / Math.sqrt(inputs);
    const uniform = (shape: number[]) => tf.tidy(() => tf.variable(tf.randomUniform(shape, -k, k)));
    return { weight: uniform([inputs, outputs]), bias: uniform([outputs]) };
  });
}

function through(layers: Layer[], input: tf.Tensor2D): tf.Tensor2D {
  return layers.reduce((x, { weight, bias }, i) => {
    const sum = tf.add(tf.matMul(x, weight as tf.Tensor), bias) as tf.Tensor2D;
    return i < layers.length - 1 ? tf.relu(sum) : sum;
  }, input);
}
