// Puts a model that the explorer has loaded into the state.

import { batch } from '@preact/signals-core';
import type { ModelSummary } from '../../engine/protocol';
import { type Pair, planeOfAxes } from '../plane/geometry';
import { WHOLE } from '../plane/viewport';
import type { State } from '../store';

/** Puts a newly loaded model into the state; z starts at the origin when the latent size changed. */
export function placeModel(state: State, summary: ModelSummary, run: number, step: number) {
  const { latentSize } = summary.config;
  batch(() => {
    if (latentSize !== state.latent.z.peek().length) {
      state.latent.z.value = new Array<number>(latentSize).fill(0);
      const axes: Pair = latentSize > 1 ? [0, 1] : [0, 0];
      state.plane.axes.value = axes;
      state.plane.shown.value = planeOfAxes(latentSize, axes);
      state.plane.window.value = WHOLE;
      state.plane.principal.value = false;
      state.plane.share.value = undefined;
      state.input.encoding.value = undefined;
      state.sliders.traversals.value = [];
      state.latent.linked.value = state.input.shown.peek().kind !== 'empty';
    }
    state.model.shown.value = { summary, run, step, version: (state.model.shown.peek()?.version ?? 0) + 1 };
  });
}
