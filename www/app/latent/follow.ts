// Keeps what is decoded in step with z and the model.

import { untracked } from '@preact/signals-core';
import { sizeOf } from '../../engine/data/spec';
import type { ModelScope } from '../model/scope';
import type { Model } from '../model/state';
import { wholeModel } from '../model/whole-model';
import type { State } from '../store';
import { conditionOf } from './condition';
import { fits } from './fits';
import { crispest, goodPlaces } from './good-places';
import type { Vector } from './vectors';

export function followDecoded(
  state: State,
  model: Pick<ModelScope, 'follow' | 'onSize' | 'onData' | 'onShipped'>,
) {
  const condition = conditionOf(state);
  const { z, opened, linked, movedAt, decoded } = state.latent;
  model.onSize((_, shown) => {
    z.value = opened.value = firstPlace(state, shown);
    linked.value = fits(state.input.shown.peek(), shown.summary.data);
  });
  // What was decoded is none of other data; of the same size it stays until the next comes. Nor does z follow what such a model
  // cannot be shown: a drawing that it can be is followed again.
  model.onData((data) => {
    const shown = state.input.shown.peek();
    linked.value = fits(shown, data) && (linked.peek() || shown.kind === 'drawing');
    if (decoded.peek()?.pixels.length !== sizeOf(data)) decoded.value = undefined;
  });
  // Its good places are others.
  model.onShipped((shown) => {
    if (z.peek() === opened.peek()) z.value = opened.value = firstPlace(state, shown);
  });
  // The encoding of an input brings its own reconstruction; the opening model's encoder waits for the first image.
  const comesEncoded = () => linked.value && wholeModel(state) !== undefined;
  model.follow({
    inputs() {
      const inputs = { z: z.value, classIndex: condition.value, since: movedAt.peek() };
      if (comesEncoded()) return undefined;
      movedAt.value = undefined;
      return inputs;
    },
    ask: (it, { z, classIndex }) => it.latent.decode(Float32Array.from(z), classIndex),
    show(answer) {
      if (answer && !untracked(comesEncoded))
        decoded.value = { z: answer.inputs.z, pixels: answer.value, since: answer.inputs.since };
    },
    stays: true,
  });
}

/** The crispest of its good places, or the middle of its prior. */
const firstPlace = (state: State, model: Model): Vector =>
  crispest(goodPlaces(state, model)) ?? new Array<number>(model.summary.config.latentSize).fill(0);
