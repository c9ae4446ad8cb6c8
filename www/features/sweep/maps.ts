// The maps of the runs: of the same window of each one's own space, so that they can be set side by side.

import { effect } from '@preact/signals-core';
import type { Page } from '../../app/page';
import { EXTENT, planeOfAxes } from '../../app/plane/geometry';
import type { KeptRun } from '../../app/run/kept';
import { dataOf, isImage } from '../../engine/data/spec';
import { spread } from './spread';

const COLUMNS = 15;

/** Draws the map of each run of images that a plan has made, once. */
export function followMaps({ state, explorer, report }: Pick<Page, 'state' | 'explorer' | 'report'>) {
  const asked = new Set<number>();
  const draw = async ({ run, weights, config: { model } }: KeptRun) => {
    const view = viewOf(model.latentSize);
    const classIndex = model.conditional ? state.latent.classIndex.peek() : 0;
    const pixels = await explorer.ask((it) => it.plane.mapOf({ view, classIndex }, weights));
    const map = { pixels, columns: COLUMNS, spread: spread(pixels, COLUMNS, dataOf(model)) };
    state.sweep.maps.value = new Map(state.sweep.maps.peek()).set(run, map);
  };
  effect(() => {
    const runs = state.sweep.runs.value;
    for (const kept of state.runs.kept.value) {
      const isDrawn = isImage(dataOf(kept.config.model));
      if (!isDrawn || !runs.includes(kept.run) || asked.has(kept.run)) continue;
      asked.add(kept.run);
      draw(kept).catch(report);
    }
  });
}

/** The first two dimensions, through 0; of a single one a strip. */
function viewOf(latentSize: number) {
  const { across, up } = planeOfAxes(latentSize, [0, Math.min(1, latentSize - 1)]);
  const places = Array.from({ length: COLUMNS }, (_, column) => ((2 * column + 1) / COLUMNS - 1) * EXTENT);
  return {
    z: across.map(() => 0),
    directions: [...across, ...up],
    across: places,
    up: latentSize === 1 ? [0] : places.toReversed(),
  };
}
