// Keeps the names of the map's regions in step with the model of items and the window.

import type { ModelScope } from '../../app/model/scope';
import type { NamedCells } from '../../app/plane/named-cells';
import { fewTiles } from '../../app/plane/tiles';
import { viewBeside } from '../../app/plane/view';
import type { State } from '../../app/store';
import { hasItems } from '../../engine/data/spec';
import type { MapView } from '../../engine/protocol';

/** Of each cell the item that stands out most, and the next. */
const EACH = 2;
/** A model in training changes several times a second: what its regions are called need not. */
const REST_MS = 400;

interface Order {
  view: MapView;
  place: Omit<NamedCells, 'cells'>;
}

export function followNames(state: State, model: Pick<ModelScope, 'follow'>) {
  const { plane, map } = state;
  model.follow<Order, NamedCells['cells']>({
    inputs({ summary }) {
      if (!hasItems(summary.data)) return undefined;
      const [window, grid] = [plane.window.value, plane.grid.value];
      const block = fewTiles(window, grid, summary.config.latentSize);
      return {
        view: viewBeside(state, summary.config.latentSize, block),
        place: { block, plane: plane.shown.value },
      };
    },
    key: ({ view }) => JSON.stringify(view),
    async ask(it, { view }) {
      const found = await it.map.names(view, EACH);
      return found.map((cell) => cell.map(({ item }) => item));
    },
    show(answer) {
      map.named.value = answer && { ...answer.inputs.place, cells: answer.value };
    },
    waiting(waits) {
      map.naming.value = waits;
    },
    restWithSameInputs: REST_MS,
  });
}
