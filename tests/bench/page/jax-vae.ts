// The same VAE on jax-js: the crate's layers, starting weights, objective and Adam, as one compiled step.
// jax-js counts references: a function uses up its arguments, and `.ref` keeps one for another use.

import { jit, nn, numpy as np, random, tree, valueAndGrad } from '@jax-js/jax';
import type { ModelConfig } from '../../../www/public/wasm/cpu/latent';

const PIXELS = 784;
const BETA_1 = 0.9;
const BETA_2 = 0.999;
const EPSILON = 1e-8;

type Layer = { weight: np.Array; bias: np.Array };
type Vae = { encoder: Layer[]; decoder: Layer[] };
export type TrainState = { vae: Vae; moment1: Vae; moment2: Vae; key: np.Array };

export function startState({ latentSize, hiddenSizes }: ModelConfig, seed: number): TrainState {
  const [keys, key] = splitKey(random.key(seed));
  const encoder = [PIXELS, ...hiddenSizes, 2 * latentSize];
  const decoder = [latentSize, ...hiddenSizes.toReversed(), PIXELS];
  const layerKeys = [...random.split(keys, encoder.length + decoder.length - 2)];
  const layers = (widths: number[]) => widths.slice(1).map((outputs, i) => layer(take(layerKeys), widths[i] ?? 0, outputs));
  const vae = { encoder: layers(encoder), decoder: layers(decoder) };
  const zeros = () => tree.map((x: np.Array) => np.zeros(x.shape), tree.ref(vae)) as Vae;
  return { vae, moment1: zeros(), moment2: zeros(), key };
}
