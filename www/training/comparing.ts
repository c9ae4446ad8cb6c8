// Keeps two models' maps side by side in step: of the window that the map has, through the same point.

import { effect } from '@preact/signals-core';
import type { ExplorerClient } from '../exploring/explorer-client';
import { latest } from '../latest';
import { stripBlock, tileBlock, tileSide } from '../map/tiles';
import { viewBeside } from '../map/view';
import type { MapView } from '../protocol';
import type { Side, SidePicture } from '../state/runs';
import type { State } from '../store';

/** Of a run that goes on one model in so many is drawn: the main map has them all. */
const EVERY = 4;

interface Order {
  view: MapView;
  digitClass: number;
  /** None for the model that is shown. */
  weights: Uint8Array | undefined;
  /** Where the picture belongs. */
  place: Omit<SidePicture, 'pixels'>;
}

export function keepCompared(
  state: State,
  explorer: Pick<ExplorerClient, 'ask'>,
  report: (error: unknown) => void,
) {
  for (const index of [0, 1] as const) {
    const draw = latest(
      ({ view, digitClass, weights }: Order) =>
        explorer.ask((it) => it.mapBeside({ view, digitClass }, weights)),
      (pixels, { place }) => {
        const [left, right] = state.sidePictures.peek();
        const picture = { ...place, pixels };
        state.sidePictures.value = index === 0 ? [picture, right] : [left, picture];
      },
      report,
    );
    let asked = '';
    effect(() => {
      if (!state.comparing.value) return;
      const side = state.sides.value[index];
      const order = orderOf(state, side);
      if (!order) return;
      const { view, digitClass } = order;
      const key = JSON.stringify([side, versionOf(state, side), view, digitClass]);
      if (key !== asked) draw(order);
      asked = key;
    });
  }
}

function versionOf({ model, phase }: State, side: Side) {
  const version = side === 'shown' ? (model.value?.version ?? 0) : 0;
  return phase.value === 'running' ? Math.floor(version / EVERY) : version;
}

function orderOf(state: State, side: Side): Order | undefined {
  const kept = state.kept.value.find(({ run }) => run === side);
  const config = side === 'shown' ? state.model.value?.summary.config : kept?.config.model;
  if (!config) return undefined;
  const [window, grid] = [state.mapWindow.value, state.mapGrid.value];
  const block =
    config.latentSize === 1 ? stripBlock(window, grid) : tileBlock(window, grid, tileSide(window, 0, true));
  return {
    view: viewBeside(state, config.latentSize, block),
    digitClass: config.conditional ? state.digitClass.value : 0,
    weights: kept?.weights,
    place: { block, window, grid, latentSize: config.latentSize },
  };
}
