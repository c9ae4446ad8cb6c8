// Keeps the texts that are written over the map in step with the model and the window.

import { conditionOf } from '../../app/latent/condition';
import { plus } from '../../app/latent/vectors';
import type { ModelScope } from '../../app/model/scope';
import { stripBlock, type TileBlock, tileBlock, tileSide } from '../../app/plane/tiles';
import { viewBeside } from '../../app/plane/view';
import type { WrittenCells } from '../../app/plane/written-cells';
import type { State } from '../../app/store';
import { hasTexts } from '../../engine/data/spec';
import type { MapView } from '../../engine/protocol';

/** What a text should have across, of the widest tile of an image: large letters are for those who sit far away. */
const ACROSS = 2.2;
/** Of tiles twice as large two and a half would be on the whole map, and those at its rim cut. */
const FEWEST = 5;
/** On a map narrower than this, in pixels, a tile of so many has no room for a line of verse and a gap: there are four. */
const NARROW = 330;
/** A model in training changes several times a second: what is written need not. */
const REST_MS = 400;

interface Order {
  view: MapView;
  classIndex: number;
  place: Omit<WrittenCells, 'samples'>;
}

export function followTexts(state: State, model: Pick<ModelScope, 'follow'>) {
  const { plane, map } = state;
  const condition = conditionOf(state);
  model.follow<Order, Uint8Array>({
    inputs({ summary }) {
      if (!hasTexts(summary.data)) return undefined;
      const block = blockOf(state, summary.config.latentSize);
      return {
        view: viewBeside(state, summary.config.latentSize, block),
        classIndex: condition.value,
        place: { block, plane: plane.shown.value },
      };
    },
    key: ({ view, classIndex }) => JSON.stringify([view, classIndex]),
    ask: (it, { view, classIndex }) =>
      it.latent.decodeAll(Float32Array.from(pointsOf(view).flat()), view.z.length, classIndex),
    show(answer) {
      map.written.value = answer && { ...answer.inputs.place, samples: answer.value };
    },
    waiting(waits) {
      map.writing.value = waits;
    },
    restWithSameInputs: REST_MS,
  });
}

/** As many as have room to be read. */
function blockOf({ plane, map }: State, latentSize: number): TileBlock {
  const [window, grid, [width]] = [plane.window.value, plane.grid.value, map.size.value];
  if (latentSize === 1) return stripBlock(window, grid);
  const columns = Math.max(FEWEST, Math.round(width / (ACROSS * map.widest.value)));
  const side = tileSide(window, width, false, columns, Number.POSITIVE_INFINITY);
  return tileBlock(window, grid, width < NARROW ? side * (FEWEST / (FEWEST - 1)) : side);
}

/** Row by row, from the top left. */
function pointsOf({ z, directions, across, up }: MapView): readonly (readonly number[])[] {
  const [right, upwards] = [directions.slice(0, z.length), directions.slice(z.length)];
  return up.flatMap((y) => across.map((x) => plus(plus(z, right, x), upwards, y)));
}
