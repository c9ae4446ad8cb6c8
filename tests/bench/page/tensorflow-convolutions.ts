// Strided convolutions on TensorFlow.js, and transposed ones back: `same` is the crate's padding of 1 at a kernel of 4.

import * as tf from '@tensorflow/tfjs-core';

const KERNEL = 4;
const STRIDE = 2;

/** A filter, `[4, 4, inputs, outputs]` or, upwards, `[4, 4, outputs, inputs]`, and a bias, `[outputs]`. */
export interface Convolution {
  filter: tf.Variable;
  bias: tf.Variable;
  way: 'down' | 'up';
}

/** From U(-k, k), k = 1 / sqrt(numbers of a kernel), which upwards PyTorch takes from the outputs. */
export function convolutions(channels: number[], way: Convolution['way']): Convolution[] {
  return channels.slice(1).map((outputs, i) => {
    const inputs = channels[i] ?? Number.NaN;
    const maps = way === 'down' ? [inputs, outputs] : [outputs, inputs];
    const k = 1 / Math.sqrt(KERNEL * KERNEL * (maps[0] ?? Number.NaN));
    const uniform = (shape: number[]) => tf.tidy(() => tf.variable(tf.randomUniform(shape, -k, k)));
    return { filter: uniform([KERNEL, KERNEL, ...maps]), bias: uniform([outputs]), way };
  });
}

/** Images `[N, height, width, channels]` to such of half, or twice, the sides. */
export function convolve({ filter, bias, way }: Convolution, x: tf.Tensor4D): tf.Tensor4D {
  const weight = filter as unknown as tf.Tensor4D;
  if (way === 'down') return tf.add(tf.conv2d(x, weight, STRIDE, 'same'), bias);
  const [count, height, width] = x.shape;
  const shape: [number, number, number, number] = [count, height * STRIDE, width * STRIDE, weight.shape[2]];
  return tf.add(tf.conv2dTranspose(x, weight, shape, STRIDE, 'same'), bias);
}
