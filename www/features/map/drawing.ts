// Keeps the map's picture in step with the model and the window: coarse first where nothing is shown yet, then fine.

import { computed, type ReadonlySignal } from '@preact/signals-core';
import type { Asking } from '../../app/model/follow';
import type { ModelScope } from '../../app/model/scope';
import { offPlane, type Plane } from '../../app/plane/geometry';
import { COLUMNS, stripBlock, type TileBlock, tileBlock, tileSide } from '../../app/plane/tiles';
import type { MapGrid } from '../../app/plane/viewport';
import type { State } from '../../app/store';
import { isImage } from '../../engine/data/spec';
import type { Asked, OfModel } from '../../engine/explorer/questions';
import { pause } from '../../engine/pause';
import type { MapPicture } from './state';

/** Tiles of the passes before the finest, in its own. */
const COARSER = [4, 2];
/** A plane that follows z comes after what the hand looks at: the digit, and what is made of a drawing. */
const BEHIND_HAND_MS = 25;

/** What a map is drawn of. */
interface Order {
  /** Tiles of so many times the finest one's side. */
  tiles: (times: number) => TileBlock;
  /** Which part of which plane, in words. */
  place: string;
  grid: MapGrid;
  plane: Plane;
  z: readonly number[];
  classIndex: number;
}

/** The tiles of one pass. */
interface Pass {
  pixels: Uint8Array;
  block: TileBlock;
  isLast: boolean;
  /** The picture before stays in sight, where it reaches, until the last pass. */
  keeps: boolean;
}

export function followMap(
  state: State,
  model: Pick<ModelScope, 'follow'>,
  classIndex: ReadonlySignal<number>,
) {
  const { plane, latent, map } = state;
  const tiles = computed(() => {
    const finest = blocks(state);
    return { finest, place: JSON.stringify([finest(1), plane.shown.value, plane.grid.value]) };
  });
  let [place, shift] = ['', ''];
  model.follow<Order, Pass>({
    inputs: ({ summary }) =>
      isImage(summary.data)
        ? {
            tiles: tiles.value.finest,
            place: tiles.value.place,
            grid: plane.grid.value,
            plane: plane.shown.value,
            z: latent.z.value,
            classIndex: classIndex.value,
          }
        : undefined,
    key: ({ place, z, plane, classIndex }) => JSON.stringify([place, besides(z, plane), classIndex]),
    async ask(it, order, asking) {
      const before = { place, shift };
      ({ place } = order);
      shift = String(besides(order.z, order.plane));
      const moved = place !== before.place;
      if (!moved && shift !== before.shift) await pause(BEHIND_HAND_MS);
      return inPasses(it, order, passesOf(state, order, moved), asking);
    },
    show(answer) {
      if (!answer) {
        map.pictures.value = [];
        return;
      }
      const { grid, plane } = answer.inputs;
      const { pixels, block, keeps, isLast } = answer.value;
      const picture: MapPicture = { pixels, block, grid, plane };
      map.pictures.value = [picture, ...(keeps && !isLast ? map.pictures.peek().slice(-1) : [])];
    },
    waiting(waits) {
      map.busy.value = waits;
    },
  });
}

/** To 1e-4, so that moving along a slanted plane does not count. */
const besides = (z: readonly number[], plane: Plane) =>
  offPlane(z, plane).map((value) => Math.round(value * 1e4));

/** How many times coarser than the finest each pass is; whether the picture before stays meanwhile. */
function passesOf({ map, run }: State, { grid, plane, z }: Order, moved: boolean) {
  const keeps = map.pictures.peek().some((picture) => picture.plane === plane && picture.grid === grid);
  const training = run.phase.peek() === 'running';
  const coarser = !moved || training || z.length === 1 ? [] : keeps ? [2] : COARSER;
  return { passes: [...coarser, 1], keeps };
}

/** What is asked for first is shown: the first pass is never given up, finer ones are as soon as something newer waits. */
async function inPasses(
  it: Asked<OfModel>,
  { tiles, z, plane, classIndex }: Order,
  { passes, keeps }: { passes: readonly number[]; keeps: boolean },
  { part, overtaken }: Asking<Pass>,
): Promise<Pass | undefined> {
  const over = new Promise<undefined>((resolve) =>
    overtaken.addEventListener('abort', () => resolve(undefined)),
  );
  for (const [index, times] of passes.entries()) {
    const block = tiles(times);
    const view = {
      z: [...z],
      directions: [...plane.across, ...plane.up],
      across: [...block.across],
      up: [...block.up],
    };
    const asked = it.plane.map({ view, classIndex, passing: index > 0 });
    const pixels = await (index === 0 ? asked : Promise.race([asked, over]));
    if (!pixels) return undefined;
    part({ pixels, block, keeps, isLast: index === passes.length - 1 });
    if (overtaken.aborted) return undefined;
  }
  return undefined;
}

/** Tiles of so many times the finest one's side. */
function blocks(state: State) {
  const window = state.plane.window.value;
  const grid = state.plane.grid.value;
  const columns = state.plane.columns.value;
  const frugal = state.run.phase.value === 'running' || columns < COLUMNS;
  const side = tileSide(window, state.map.size.value[0], frugal, columns, state.map.widest.value);
  const strip = state.plane.shown.value.across.length === 1;
  return (times: number) => (strip ? stripBlock(window, grid) : tileBlock(window, grid, side * times));
}
