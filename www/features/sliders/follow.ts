// Keeps a strip of tiles along each latent dimension, or the items or texts at its ends, in step with z and the model; of many those in sight.

import { computed } from '@preact/signals-core';
import { conditionOf } from '../../app/latent/condition';
import type { ModelScope } from '../../app/model/scope';
import { REACH } from '../../app/plane/geometry';
import type { State } from '../../app/store';
import { hasItems, hasTexts, isImage } from '../../engine/data/spec';
import { pause } from '../../engine/pause';
import { imageAt, nameOfItem, shownData } from '../../ui/shown-data';
import { textOf } from '../../ui/written';

export const TRAVERSAL_TILES = 9;
/** Tile centres lie where the slider's thumb is at their value. */
const TRAVERSAL_EXTENT = REACH * (1 - 1 / TRAVERSAL_TILES);
/** Beside a dragged z the strips come 15 times a second: the eye is at the digit, which comes first and needs the processor. */
const BEHIND_HAND_MS = 25;
const STRIPS_REST_MS = 35;
/** Items at each end of a dimension, and how far from 0 the ends are that are compared: within what the prior holds likely. */
const ITEMS = 3;
const END = 2;
const NOTHING = new Uint8Array();
/** Dimensions whose strips are all made, though most of them are out of sight. */
export const MOST_STRIPS = 64;

export const STRIP = { extent: TRAVERSAL_EXTENT, count: TRAVERSAL_TILES };
export const dimensionsOf = (z: readonly number[]) => Array.from(z.keys());

export function followTraversals(state: State, model: Pick<ModelScope, 'follow'>) {
  const condition = conditionOf(state);
  const { traversals, towards, inSight } = state.sliders;
  const dimensions = computed(() => {
    const { value: z } = state.latent.z;
    return z.length > MOST_STRIPS ? inSight.value.filter((each) => each < z.length) : dimensionsOf(z);
  });
  model.follow({
    inputs: ({ summary }) =>
      isImage(summary.data)
        ? { z: state.latent.z.value, classIndex: condition.value, dimensions: dimensions.value }
        : undefined,
    async ask(it, inputs) {
      await pause(BEHIND_HAND_MS);
      return it.sliders.traversals({ ...STRIP, ...inputs });
    },
    show(answer) {
      const strips = answer?.value ?? [];
      traversals.value = new Map(
        strips.map((strip, index) => [answer?.inputs.dimensions[index] ?? 0, strip]),
      );
    },
    rest: STRIPS_REST_MS,
  });
  model.follow({
    inputs: ({ summary }) =>
      hasItems(summary.data) ? { z: state.latent.z.value, dimensions: dimensions.value } : undefined,
    async ask(it, { z, dimensions }) {
      await pause(BEHIND_HAND_MS);
      return it.sliders.towards({ z, dimensions, extent: END }, ITEMS);
    },
    show(answer) {
      const found = answer?.value ?? [];
      towards.value = new Map(
        found.map((ends, index) => [
          answer?.inputs.dimensions[index] ?? 0,
          ends.map((raised) => raised.map(({ item }) => nameOfItem(item))),
        ]),
      );
    },
    rest: STRIPS_REST_MS,
  });
  model.follow({
    inputs: ({ summary }) =>
      hasTexts(summary.data)
        ? { z: state.latent.z.value, classIndex: condition.value, dimensions: dimensions.value }
        : undefined,
    async ask(it, { z, classIndex, dimensions }) {
      await pause(BEHIND_HAND_MS);
      const points = dimensions.flatMap((dimension) => [-END, END].map((end) => z.with(dimension, end)));
      return it.latent.decodeAll(Float32Array.from(points.flat()), z.length, classIndex);
    },
    show(answer) {
      const { dimensions = [] } = answer?.inputs ?? {};
      const written = (index: number) => [textOf(imageAt(answer?.value ?? NOTHING, index), shownData.peek())];
      towards.value = new Map(
        dimensions.map((dimension, index) => [dimension, [written(2 * index), written(2 * index + 1)]]),
      );
    },
    rest: STRIPS_REST_MS,
  });
}
