// Keeps the map on the codes' principal axes, where those were chosen: they turn as the model learns.

import { batch, effect } from '@preact/signals-core';
import type { ExplorerClient } from '../../engine/explorer-client';
import type { TestCodes } from '../codes/state';
import { latest } from '../latest';
import type { State } from '../store';
import { fromPlane, type Plane } from './geometry';

export function keepPlane(
  state: State,
  explorer: Pick<ExplorerClient, 'ask'>,
  report: (error: unknown) => void,
) {
  const find = latest(
    ({ mu, latentSize }: TestCodes) => explorer.ask((it) => it.principalAxes(mu, latentSize)),
    ({ directions, share }, { latentSize }) => {
      const before = state.plane.shown.peek();
      if (!state.plane.principal.peek() || before.across.length !== latentSize) return;
      const plane = { across: directions.slice(0, latentSize), up: directions.slice(latentSize) };
      batch(() => {
        state.plane.shown.value = state.plane.share.peek() === undefined ? plane : facing(plane, before);
        state.plane.share.value = share;
      });
    },
    report,
  );
  effect(() => {
    const codes = state.codes.found.value;
    if (state.plane.principal.value && codes) find(codes);
  });
}

/** An axis has no sign of its own: it points as the one before did. */
function facing(plane: Plane, before: Plane): Plane {
  const flipped = (direction: readonly number[], turned: boolean) =>
    turned ? direction.map((value) => -value) : direction;
  const across = flipped(plane.across, fromPlane(plane.across, before)[0] < 0);
  return { across, up: flipped(plane.up, fromPlane(plane.up, before)[1] < 0) };
}
