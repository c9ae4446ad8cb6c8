// The same VAE on jax-js: the crate's layers, starting weights, objective and Adam, compiled as one step, in the
// quickest form that was found (one jit rather than two, weights as [outputs, inputs], the library's own softplus).
// jax-js counts references: a function uses its arguments up, and `.ref` keeps one for another use.

import { jit, lax, nn, numpy as np, random, tree, valueAndGrad } from '@jax-js/jax';
import type { RunConfig } from '../../../www/engine/protocol';
import type { ModelConfig } from '../../../www/public/wasm/cpu/latent';

const SIDE = 28;
const PIXELS = SIDE * SIDE;
const KERNEL = 4;
const BETA_1 = 0.9;
const BETA_2 = 0.999;
const EPSILON = 1e-8;

/** Weight `[outputs, inputs]`, of a convolution `[outputs, inputs, 4, 4]`, upwards `[inputs, outputs, 4, 4]`; bias `[outputs]`. */
type Layer = { weight: np.Array; bias: np.Array };
type Vae = { down: Layer[]; encoder: Layer[]; decoder: Layer[]; up: Layer[] };
export type TrainState = { vae: Vae; moment1: Vae; moment2: Vae; key: np.Array };
type Corrections = { first: np.Array; second: np.Array };

export function initialState({ latentSize, hiddenSizes, channels }: ModelConfig, seed: number): TrainState {
  const features = (SIDE / 2 ** channels.length) ** 2 * (channels.at(-1) ?? 1);
  const vae = {
    down: convolutions(random.key(seed + 3), [1, ...channels], 'down'),
    encoder: stack(random.key(seed), features, [...hiddenSizes, 2 * latentSize]),
    decoder: stack(random.key(seed + 1), latentSize, [...hiddenSizes.toReversed(), features]),
    up: convolutions(random.key(seed + 4), [...channels.toReversed(), 1], 'up'),
  };
  const zeros = () => tree.map((x: np.Array) => np.zeros(x.shape), tree.ref(vae));
  return { vae, moment1: zeros(), moment2: zeros(), key: random.key(seed + 2) };
}

/** Weights and biases from U(-k, k), k = 1 / sqrt(inputs). */
function stack(key: np.Array, first: number, widths: number[]): Layer[] {
  const keys = random.split(key, 2 * widths.length);
  let inputs = first;
  const layers = widths.map((outputs, i) => {
    const k = 1 / Math.sqrt(inputs);
    const uniform = (index: number, shape: number[]) =>
      random.uniform(keys.ref.slice(index), shape, { minval: -k, maxval: k });
    const layer = { weight: uniform(2 * i, [outputs, inputs]), bias: uniform(2 * i + 1, [outputs]) };
    inputs = outputs;
    return layer;
  });
  keys.dispose();
  return layers;
}

/** The same, k from the numbers of a kernel, which upwards PyTorch takes from the outputs. */
function convolutions(key: np.Array, channels: number[], way: 'down' | 'up'): Layer[] {
  const keys = random.split(key, 2 * channels.length);
  const layers = channels.slice(1).map((outputs, i) => {
    const inputs = channels[i] ?? Number.NaN;
    const maps = way === 'down' ? [outputs, inputs] : [inputs, outputs];
    const k = 1 / Math.sqrt(KERNEL * KERNEL * (maps[1] ?? Number.NaN));
    const uniform = (index: number, shape: number[]) =>
      random.uniform(keys.ref.slice(index), shape, { minval: -k, maxval: k });
    return { weight: uniform(2 * i, [...maps, KERNEL, KERNEL]), bias: uniform(2 * i + 1, [outputs]) };
  });
  keys.dispose();
  return layers;
}

/** x `[N, 784]` to what the dense layers see. */
function featuresOf(layers: Layer[], x: np.Array, batchSize: number): np.Array {
  if (layers.length === 0) return x;
  const maps = layers.reduce(
    (maps, { weight, bias }) =>
      nn.relu(
        lax
          .conv(
            maps,
            weight,
            [2, 2],
            [
              [1, 1],
              [1, 1],
            ],
          )
          .add(bias.reshape([1, -1, 1, 1])),
      ),
    x.reshape([batchSize, 1, SIDE, SIDE]),
  );
  return maps.reshape([batchSize, -1]);
}

function imagesOf(layers: Layer[], features: np.Array, batchSize: number): np.Array {
  if (layers.length === 0) return features;
  const side = SIDE / 2 ** layers.length;
  const images = layers.reduce(
    (maps, { weight, bias }) =>
      lax
        .convTranspose(
          nn.relu(maps),
          weight,
          [2, 2],
          [
            [1, 1],
            [1, 1],
          ],
          { transposeKernel: true },
        )
        .add(bias.reshape([1, -1, 1, 1])),
    features.reshape([batchSize, -1, side, side]),
  );
  return images.reshape([batchSize, PIXELS]);
}

function through(layers: Layer[], input: np.Array): np.Array {
  return layers.reduce((x, { weight, bias }, i) => {
    const sum = np.dot(x, weight.transpose()).add(bias);
    return i < layers.length - 1 ? nn.relu(sum) : sum;
  }, input);
}

/** One step of training on x `[N, 784]` in [0, 1], which returns the new state and -ELBO in nats an image. */
export function compileStep({ model: { latentSize }, train: { batchSize, learningRate } }: RunConfig) {
  const loss = ({ down, encoder, decoder, up }: Vae, x: np.Array, noise: np.Array) => {
    const head = through(encoder, featuresOf(down, x.ref, batchSize));
    const mu = head.ref.slice([], [0, latentSize]);
    const logVar = head.slice([], [latentSize]);
    const z = mu.ref.add(np.exp(logVar.ref.mul(0.5)).mul(noise));
    const logits = imagesOf(up, through(decoder, z), batchSize);
    const reconstruction = nn.softplus(logits.ref).sub(x.mul(logits)).sum();
    const kl = logVar.ref.add(1).sub(np.square(mu)).sub(np.exp(logVar)).sum().mul(-0.5);
    return reconstruction.add(kl).div(batchSize);
  };
  const step = (state: TrainState, x: np.Array, bias: Corrections): [TrainState, np.Array] => {
    const keys = random.split(state.key, 2);
    const noise = random.normal(keys.ref.slice(0), [batchSize, latentSize]);
    const [value, gradient] = valueAndGrad(loss)(tree.ref(state.vae), x, noise);
    return [{ ...adam(state, gradient, learningRate, bias), key: keys.slice(1) }, value];
  };
  return jit(step);
}

/** Adam's bias corrections of step `count`, from 1. Computed inside the step they would be powers for each weight. */
export function corrections(count: number): Corrections {
  return { first: np.array(1 / (1 - BETA_1 ** count)), second: np.array(1 / (1 - BETA_2 ** count)) };
}

function adam(
  { vae, moment1, moment2 }: Omit<TrainState, 'key'>,
  gradient: Vae,
  learningRate: number,
  { first, second }: Corrections,
) {
  const rate = first.mul(learningRate);
  const newMoment1 = tree.map(
    (m: np.Array, g: np.Array) => m.mul(BETA_1).add(g.mul(1 - BETA_1)),
    moment1,
    tree.ref(gradient),
  );
  const newMoment2 = tree.map(
    (v: np.Array, g: np.Array) => v.mul(BETA_2).add(np.square(g).mul(1 - BETA_2)),
    moment2,
    gradient,
  );
  const newVae = tree.map(
    (p: np.Array, m: np.Array, v: np.Array) =>
      p.sub(m.mul(rate.ref).div(np.sqrt(v.mul(second.ref)).add(EPSILON))),
    vae,
    tree.ref(newMoment1),
    tree.ref(newMoment2),
  );
  rate.dispose();
  second.dispose();
  return { vae: newVae, moment1: newMoment1, moment2: newMoment2 };
}
