// Keeps a strip of tiles along each latent dimension in step with z and the model.

import { effect } from '@preact/signals-core';
import { conditionOf } from '../../app/latent/condition';
import { latest } from '../../app/latest';
import { REACH } from '../../app/plane/geometry';
import type { State } from '../../app/store';
import type { ExplorerClient } from '../../engine/explorer-client';
import { pause } from '../../engine/pause';

export const TRAVERSAL_TILES = 9;
/** Tile centres lie where the slider's thumb is at their value. */
const TRAVERSAL_EXTENT = REACH * (1 - 1 / TRAVERSAL_TILES);
/** Beside a dragged z the strips come 15 times a second: the eye is at the digit, which needs the processor. */
const STRIPS_REST_MS = 60;

type Report = (error: unknown) => void;
type Asked = Pick<ExplorerClient, 'ask'>;

export function keepTraversals(state: State, explorer: Asked, report: Report) {
  const condition = conditionOf(state);
  const view = { extent: TRAVERSAL_EXTENT, count: TRAVERSAL_TILES };
  const traverse = latest(
    (z: readonly number[], digitClass: number) =>
      explorer.ask((it) => it.traversals({ ...view, z, digitClass })),
    (strips) => {
      state.sliders.traversals.value = strips;
      return pause(STRIPS_REST_MS);
    },
    report,
  );
  effect(() => {
    if (state.model.shown.value) traverse(state.latent.z.value, condition.value);
  });
}
