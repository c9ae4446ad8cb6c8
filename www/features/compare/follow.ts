// Keeps two models' maps side by side in step: of the window that the map has, through the same point.

import { effect } from '@preact/signals-core';
import { latest } from '../../app/latest';
import { stripBlock, tileBlock, tileSide } from '../../app/plane/tiles';
import { viewBeside } from '../../app/plane/view';
import type { State } from '../../app/store';
import type { ExplorerClient } from '../../engine/explorer-client';
import type { MapView } from '../../engine/protocol';
import type { Side, SidePicture } from './state';

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
        const [left, right] = state.compare.pictures.peek();
        const picture = { ...place, pixels };
        state.compare.pictures.value = index === 0 ? [picture, right] : [left, picture];
      },
      report,
    );
    let asked = '';
    effect(() => {
      if (!state.compare.comparing.value) return;
      const side = state.compare.sides.value[index];
      const order = orderOf(state, side);
      if (!order) return;
      const { view, digitClass } = order;
      const key = JSON.stringify([side, versionOf(state, side), view, digitClass]);
      if (key !== asked) draw(order);
      asked = key;
    });
  }
}

function versionOf({ model: { shown: model }, run: { phase } }: State, side: Side) {
  const version = side === 'shown' ? (model.value?.version ?? 0) : 0;
  return phase.value === 'running' ? Math.floor(version / EVERY) : version;
}

function orderOf(state: State, side: Side): Order | undefined {
  const kept = state.runs.kept.value.find(({ run }) => run === side);
  const config = side === 'shown' ? state.model.shown.value?.summary.config : kept?.config.model;
  if (!config) return undefined;
  const [window, grid] = [state.plane.window.value, state.plane.grid.value];
  const block =
    config.latentSize === 1 ? stripBlock(window, grid) : tileBlock(window, grid, tileSide(window, 0, true));
  return {
    view: viewBeside(state, config.latentSize, block),
    digitClass: config.conditional ? state.latent.digitClass.value : 0,
    weights: kept?.weights,
    place: { block, window, grid, latentSize: config.latentSize },
  };
}
