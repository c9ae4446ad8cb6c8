// Keeps two models' maps side by side in step: of the window that the map has, through the same point.

import { effect } from '@preact/signals-core';
import { latest } from '../../app/async/latest';
import type { ModelScope } from '../../app/model/scope';
import { fewTiles } from '../../app/plane/tiles';
import { viewBeside } from '../../app/plane/view';
import type { State } from '../../app/store';
import type { ExplorerClient } from '../../engine/clients/explorer';
import { dataOf } from '../../engine/data/spec';
import type { MapView } from '../../engine/protocol';
import type { Side, SidePicture } from './state';

/** Of a run that goes on fewer models are drawn than on the main map. */
const REST_MS = 1000;

interface Order {
  view: MapView;
  classIndex: number;
  /** None for the model that is shown. */
  weights: Uint8Array | undefined;
  /** Where the picture belongs. */
  place: Omit<SidePicture, 'pixels'>;
}

export function followCompared(
  state: State,
  model: Pick<ModelScope, 'follow'>,
  explorer: Pick<ExplorerClient, 'ask'>,
  report: (error: unknown) => void,
) {
  for (const index of [0, 1] as const) {
    const show = (place: Order['place'], pixels: Uint8Array) => {
      const [left, right] = state.compare.pictures.peek();
      const picture = { ...place, pixels };
      state.compare.pictures.value = index === 0 ? [picture, right] : [left, picture];
    };
    followShown(state, index, model, show);
    followKept(state, index, explorer, show, report);
  }
}

type Show = (place: Order['place'], pixels: Uint8Array) => void;

function followShown(state: State, index: 0 | 1, model: Pick<ModelScope, 'follow'>, show: Show) {
  model.follow({
    inputs: () => (state.compare.sides.value[index] === 'shown' ? orderOf(state, 'shown') : undefined),
    key: ({ view, classIndex }) => JSON.stringify([view, classIndex]),
    ask: (it, { view, classIndex }) => it.plane.mapBeside({ view, classIndex }),
    show(answer) {
      if (answer) show(answer.inputs.place, answer.value);
    },
    restWithSameInputs: REST_MS,
  });
}

/** A kept run's model is its own, whichever is shown. */
function followKept(
  state: State,
  index: 0 | 1,
  explorer: Pick<ExplorerClient, 'ask'>,
  show: Show,
  report: (error: unknown) => void,
) {
  const draw = latest(
    ({ view, classIndex }: Order, weights: Uint8Array) =>
      explorer.ask((it) => it.plane.mapOf({ view, classIndex }, weights)),
    (pixels, { place }) => show(place, pixels),
    report,
  );
  let asked = '';
  effect(() => {
    const side = state.compare.sides.value[index];
    const order = side === 'shown' ? undefined : orderOf(state, side);
    const key = order ? JSON.stringify([side, order.view, order.classIndex]) : '';
    if (order?.weights && key !== asked) draw(order, order.weights);
    asked = key;
  });
}

function orderOf(state: State, side: Side): Order | undefined {
  if (!state.compare.comparing.value) return undefined;
  const kept = state.runs.kept.value.find(({ run }) => run === side);
  const config = side === 'shown' ? state.model.shown.value?.summary.config : kept?.config.model;
  if (!config) return undefined;
  const [window, grid] = [state.plane.window.value, state.plane.grid.value];
  const block = fewTiles(window, grid, config.latentSize);
  return {
    view: viewBeside(state, config.latentSize, block),
    classIndex: config.conditional ? state.latent.classIndex.value : 0,
    weights: kept?.weights,
    place: { block, window, grid, latentSize: config.latentSize, data: dataOf(config) },
  };
}
