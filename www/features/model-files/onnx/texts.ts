// What is peculiar to texts: they come in as `texts`, the numbers of their characters, [N, places], 0 from where one has ended.

import { longestOf } from '../../../ui/written';
import type { Value } from './graph';
import type { Layers } from './layers';

const textsIn = (layers: Layers) => layers.input('texts', ['N', placesOf(layers)], 'indices');

const placesOf = ({ config: { data } }: Layers) => longestOf(data);

/** What an encoder sees, flat: each text from its last character to its first, embedded. */
export function embedded(layers: Layers): Value {
  const texts = textsIn(layers);
  const ones = layers.apply('Sign', [texts]);
  const lengths = layers.apply('ReduceSum', [ones, layers.integers('over places', [1])], { keepdims: 0 });
  const backwards = layers.apply('ReverseSequence', [texts, lengths], { batch_axis: 0, time_axis: 1 });
  const each = layers.apply('Gather', [layers.tensor('encoder.embedding.weight'), backwards]);
  const flat = layers.apply('Flatten', [each], { axis: 1 });
  return layers.relu(layers.apply('Add', [flat, layers.tensor('encoder.embedding.bias')]));
}

/**
 * log_p, log p of all characters at each place after what texts say before it, the end among them as 0, [N, places, characters], in
 * nats; and the colours, red, green and blue from 0 to 1, [N, 3], where texts have such.
 */
export function tellTexts(layers: Layers, hidden: Value) {
  const { data } = layers.config;
  const decoded = layers.dense('decoder.context', hidden);
  const [width] = layers.shapeOf('characters.places').slice(1);
  const colour = data.width - placesOf(layers);
  const sizes = layers.integers('context and colour', [width ?? 0, ...(colour ? [colour] : [])]);
  const [context = decoded, logits] = layers.split('Split', [decoded, sizes], colour ? 2 : 1, { axis: 1 });
  const [characters] = layers.shapeOf('characters.table');
  layers.output('log_p', told(layers, context), ['N', placesOf(layers), characters ?? 0]);
  if (logits) layers.output('colours', layers.apply('Sigmoid', [logits]), ['N', colour]);
}

function told(layers: Layers, context: Value): Value {
  const table = layers.tensor('characters.table');
  const product = (x: Value, by: Value) => layers.apply('MatMul', [x, by]);
  const add = (x: Value, to: Value) => layers.apply('Add', [x, to]);
  const each = layers.apply('Unsqueeze', [context, layers.integers('at each place', [1])]);
  const standing = add(each, layers.tensor('characters.places'));
  const seen = product(before(layers, table), layers.tensor('characters.window'));
  const embedded = product(layers.relu(add(seen, standing)), layers.tensor('characters.projection'));
  const logits = product(embedded, layers.apply('Transpose', [table], { perm: [1, 0] }));
  return layers.apply('LogSoftmax', [add(logits, layers.tensor('characters.bias'))], { axis: 2 });
}

/** At each place the characters before it, the last first, embedded: [N, places, window * embedding]. */
function before(layers: Layers, table: Value): Value {
  const { likelihood } = layers.config;
  const window = likelihood.kind === 'characters' ? likelihood.window : 0;
  const begun = layers.apply('Pad', [
    textsIn(layers),
    layers.integers('before the first', [0, window, 0, 0]),
  ]);
  const over = layers.integers('places', [1]);
  const shown = Array.from({ length: window }, (_, back) => {
    const from = window - 1 - back;
    const [start, end] = [from, from + placesOf(layers)].map((at) => layers.integers(`place ${at}`, [at]));
    return layers.apply('Gather', [table, layers.apply('Slice', [begun, start ?? '', end ?? '', over])]);
  });
  return layers.apply('Concat', shown, { axis: 2 });
}
