// The same VAE on TensorFlow.js: the crate's layers, starting weights, objective and Adam, by the library's own optimiser.

import * as tf from '@tensorflow/tfjs-core';
// The library leaves the gradients to be registered by who trains.
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import type { RunConfig } from '../../../www/engine/protocol';
import { type Convolution, convolutions, convolve } from './tensorflow-convolutions';

const SIDE = 28;
const PIXELS = SIDE * SIDE;

/** Weight `[inputs, outputs]`, bias `[outputs]`. */
interface Layer {
  weight: tf.Variable;
  bias: tf.Variable;
}

export class Vae {
  private readonly down: Convolution[];
  private readonly encoder: Layer[];
  private readonly decoder: Layer[];
  private readonly up: Convolution[];
  /** Of the images between convolutions and dense layers. */
  private readonly side: number;
  private readonly adam: tf.Optimizer;

  constructor(private readonly run: RunConfig) {
    const { latentSize, hiddenSizes, channels } = run.model;
    this.side = SIDE / 2 ** channels.length;
    const features = this.side ** 2 * (channels.at(-1) ?? 1);
    this.down = convolutions([1, ...channels], 'down');
    this.encoder = stack([features, ...hiddenSizes, 2 * latentSize]);
    this.decoder = stack([latentSize, ...hiddenSizes.toReversed(), features]);
    this.up = convolutions([...channels.toReversed(), 1], 'up');
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
    for (const { filter, bias } of [...this.down, ...this.up]) tf.dispose([filter, bias]);
    this.adam.dispose();
  }

  private loss(x: tf.Tensor2D): tf.Scalar {
    const { batchSize } = this.run.train;
    const [mu, logVar] = tf.split(through(this.encoder, this.features(x)), 2, 1);
    if (!mu || !logVar) throw new Error('Expected the encoder to give two halves.');
    const noise = tf.randomNormal(mu.shape as [number, number]);
    const z = tf.add(mu, tf.mul(tf.exp(tf.mul(logVar, 0.5)), noise)) as tf.Tensor2D;
    const logits = this.images(through(this.decoder, z));
    const reconstruction = tf.sum(tf.sub(tf.softplus(logits), tf.mul(x, logits)));
    const inner = tf.sub(tf.sub(tf.add(logVar, 1), tf.square(mu)), tf.exp(logVar));
    const kl = tf.mul(tf.sum(inner), -0.5);
    return tf.div(tf.add(reconstruction, kl), batchSize);
  }

  private features(x: tf.Tensor2D): tf.Tensor2D {
    if (this.down.length === 0) return x;
    const images = tf.reshape(x, [x.shape[0], SIDE, SIDE, 1]) as tf.Tensor4D;
    const maps = this.down.reduce((maps, layer) => tf.relu(convolve(layer, maps)), images);
    return tf.reshape(maps, [x.shape[0], -1]) as tf.Tensor2D;
  }

  private images(features: tf.Tensor2D): tf.Tensor2D {
    if (this.up.length === 0) return features;
    const [count] = features.shape;
    const maps = tf.reshape(features, [count, this.side, this.side, -1]) as tf.Tensor4D;
    const images = this.up.reduce((maps, layer) => convolve(layer, tf.relu(maps)), maps);
    return tf.reshape(images, [count, PIXELS]) as tf.Tensor2D;
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
