// Encoder and decoder of a model as ONNX files, each with the model's config in its metadata.

import type { ModelFile } from '../safetensors';
import type { Value } from './graph';
import { Layers } from './layers';
import { embedded, tellTexts } from './texts';

/** The least standard deviation of a pixel that is learnt, as in the crate's decoder. */
const MIN_SIGMA = 1 / 32;

const file = (layers: Layers) => layers.file({ model: JSON.stringify(layers.config) });

/**
 * images [N, channels, height, width] from 0 to 1, or counts of items divided by their row's length, to mean and log_var of q(z|x),
 * [N, Z]; an autoencoder has the mean alone. With a full covariance L L' log_var is of L's squared diagonal, and below is what stands
 * below it, row by row, [N, Z (Z - 1) / 2]. Where there is a second layer of latents lower_mean and lower_log_var are what x says of
 * them, [N, H] each. A model of texts has texts in place of images, as `texts.ts` says.
 */
export function encoderFile(model: ModelFile) {
  const layers = new Layers('encoder', model);
  const { data, latentSize, deterministic, fullCovariance, lowerSize } = layers.config;
  const features = layers.told(data.kind === 'text' ? embedded(layers) : convolved(layers));
  const head = layers.dense('encoder.posterior', layers.hidden('encoder', features));
  const all: [string, number][] = [
    ['mean', latentSize],
    ['log_var', deterministic ? 0 : latentSize],
    ['below', fullCovariance ? (latentSize * (latentSize - 1)) / 2 : 0],
    ['lower_mean', lowerSize],
    ['lower_log_var', lowerSize],
  ];
  const made = all.filter(([, size]) => size > 0);
  const sizes = made.map(([, size]) => size);
  const parts =
    sizes.length === 1
      ? [head]
      : layers.split('Split', [head, layers.integers('parts of q(z|x)', sizes)], sizes.length, { axis: 1 });
  for (const [index, [name, size]] of made.entries()) {
    const part = parts[index];
    if (part) layers.output(name, part, ['N', size]);
  }
  return file(layers);
}

/** Flat. */
function convolved(layers: Layers): Value {
  const { data, channels } = layers.config;
  const images = layers.input('images', ['N', data.channels, data.height, data.width]);
  const last = channels.reduce(
    (x, _, index) => layers.relu(layers.convolution(`encoder.convolutions.${index}`, x)),
    images,
  );
  return layers.apply('Flatten', [last], { axis: 1 });
}

/**
 * z [N, Z] to the pixels' means, or the items' probabilities, images [N, channels, height, width], and to a Gaussian's log_var, of
 * that shape or [1] for all; where there is a second layer of latents h through the mean of p(h|z). A model of texts tells the characters of texts instead, as `texts.ts` says.
 * Of a mixture as prior its numbers come out beside them: logits [K], means and log_vars [K, Z].
 */
export function decoderFile(model: ModelFile) {
  const layers = new Layers('decoder', model);
  const { latentSize, likelihood, prior, decoder, lowerSize } = layers.config;
  const z = layers.input('z', ['N', latentSize]);
  const lowest = lowerSize > 0 ? meanOfLower(layers, z) : z;
  const features = decoder === 'topics' ? layers.topics(z) : lowest;
  const hidden = layers.hidden('decoder', layers.told(features));
  if (likelihood.kind === 'characters') tellTexts(layers, hidden);
  else tellImages(layers, pixels(layers, hidden));
  if (prior.kind === 'mixture') {
    layers.output('prior_logits', layers.tensor('prior.logits'), [prior.components]);
    for (const name of ['means', 'log_vars'])
      layers.output(`prior_${name}`, layers.tensor(`prior.${name}`), [prior.components, latentSize]);
  }
  return file(layers);
}

/** Of p(h|z). */
function meanOfLower(layers: Layers, z: Value): Value {
  const both = layers.dense('lower.prior', layers.hidden('lower', layers.told(z)));
  const [mean = both] = layers.split('Split', [both], 2, { axis: 1 });
  return mean;
}

function tellImages(layers: Layers, output: Value) {
  const { data, likelihood } = layers.config;
  const shape = [data.channels, data.height, data.width];
  const [logits = output, raw] =
    likelihood.kind === 'gaussianPixel' ? layers.split('Split', [output], 2, { axis: 1 }) : [output];
  const means =
    likelihood.kind === 'multinomial'
      ? layers.apply('Softmax', [logits], { axis: 3 })
      : layers.apply('Sigmoid', [logits]);
  layers.output('images', means, ['N', ...shape]);
  if (raw) layers.output('log_var', bounded(layers, raw), ['N', ...shape]);
  if (likelihood.kind === 'gaussianShared')
    layers.output('log_var', bounded(layers, layers.tensor('decoder.log_var')), [1]);
  if (likelihood.kind === 'gaussianFixed')
    layers.output('log_var', number(layers, 'chosen log_var', 2 * Math.log(likelihood.sigma)), [1]);
}

/** The decoder's output as images; of a Gaussian for each pixel the variances are channels beside the means'. */
function pixels(layers: Layers, hidden: Value): Value {
  const { data, channels, likelihood } = layers.config;
  const last = channels.at(-1);
  if (last === undefined) {
    const each = likelihood.kind === 'gaussianPixel' ? 2 : 1;
    const logits = layers.dense('decoder.logits', hidden);
    return layers.shaped('image shape', logits, [each * data.channels, data.height, data.width]);
  }
  const shrunk = 2 ** channels.length;
  const flat = layers.dense('decoder.unflatten', hidden);
  const features = layers.shaped('feature shape', flat, [last, data.height / shrunk, data.width / shrunk]);
  return channels.reduce(
    (x, _, index) => layers.transposedConvolution(`decoder.convolutions.${index}`, layers.relu(x)),
    features,
  );
}

/** A variance above MIN_SIGMA², smoothly: its logarithm is floor + softplus(raw - floor). */
function bounded(layers: Layers, raw: Value): Value {
  const floor = number(layers, 'least log_var', 2 * Math.log(MIN_SIGMA));
  return layers.apply('Add', [layers.apply('Softplus', [layers.apply('Sub', [raw, floor])]), floor]);
}

const number = (layers: Layers, name: string, value: number) =>
  layers.floats(name, [1], Float32Array.of(value));
