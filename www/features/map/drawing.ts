// Keeps the map's picture in step with the model and the window: coarse first where nothing is shown yet, then fine.

import { batch, computed, effect, type ReadonlySignal } from '@preact/signals-core';
import { offPlane, type Plane } from '../../app/plane/geometry';
import { stripBlock, type TileBlock, tileBlock, tileSide } from '../../app/plane/tiles';
import type { MapGrid } from '../../app/plane/viewport';
import type { State } from '../../app/store';
import type { ExplorerClient } from '../../engine/explorer-client';
import type { MapPicture } from './state';

/** Tiles of the passes before the finest, in its own. */
const COARSER = [4, 2];

/** One picture to be drawn, in passes. */
interface Order {
  passes: readonly TileBlock[];
  /** The picture before stays in sight, where it reaches, until the last pass. */
  keeps: boolean;
  grid: MapGrid;
  plane: Plane;
  z: readonly number[];
  digitClass: number;
}

export function keepMap(
  state: State,
  explorer: Pick<ExplorerClient, 'ask'>,
  digitClass: ReadonlySignal<number>,
  report: (error: unknown) => void,
) {
  const draw = inPasses(state, explorer, report);
  const tiles = computed(() => {
    const finest = blocks(state);
    return { finest, place: JSON.stringify([finest(1), state.plane.shown.value, state.plane.grid.value]) };
  });
  let shown = { of: '', place: '' };
  effect(() => {
    const model = state.model.shown.value;
    const plane = state.plane.shown.value;
    const grid = state.plane.grid.value;
    const z = state.latent.z.value;
    const { finest, place } = tiles.value;
    if (!model || z.length !== plane.across.length) return;
    // To 1e-4, so that moving along a slanted plane does not count.
    const beside = offPlane(z, plane).map((value) => Math.round(value * 1e4));
    const of = JSON.stringify([model.version, beside, digitClass.value]);
    if (of === shown.of && place === shown.place) return;
    const moved = place !== shown.place;
    const keeps = state.map.pictures
      .peek()
      .some((picture) => picture.plane === plane && picture.grid === grid);
    shown = { of, place };
    const training = state.run.phase.peek() === 'running';
    const coarser = !moved || training || z.length === 1 ? [] : keeps ? [2] : COARSER;
    const passes = [...coarser, 1].map(finest);
    state.map.busy.value = true;
    draw({ passes, keeps, grid, plane, z, digitClass: digitClass.value });
  });
}

/** Tiles of so many times the finest one's side. */
function blocks(state: State) {
  const window = state.plane.window.value;
  const grid = state.plane.grid.value;
  const side = tileSide(window, state.map.size.value[0], state.run.phase.value === 'running');
  const strip = state.plane.shown.value.across.length === 1;
  return (times: number) => (strip ? stripBlock(window, grid) : tileBlock(window, grid, side * times));
}

/**
 * Latest wins, but what is asked for first is shown: the first pass of an order is never given up, finer ones are as soon as
 * another order comes.
 */
function inPasses(state: State, explorer: Pick<ExplorerClient, 'ask'>, report: (error: unknown) => void) {
  let latest = 0;
  let beginning = false;
  let next: Order | undefined;

  const ask = (order: Order, block: TileBlock, passing: boolean) => {
    const { across, up } = block;
    const directions = [...order.plane.across, ...order.plane.up];
    const view = { z: [...order.z], directions, across: [...across], up: [...up] };
    return explorer.ask((it) => it.map({ view, digitClass: order.digitClass, passing }));
  };
  const place = ({ grid, plane, keeps }: Order, block: TileBlock, pixels: Uint8Array, last: boolean) => {
    const picture: MapPicture = { pixels, block, grid, plane };
    const before = keeps && !last ? state.map.pictures.peek().slice(-1) : [];
    batch(() => {
      state.map.pictures.value = [picture, ...before];
      state.map.busy.value = !last || next !== undefined;
    });
  };

  async function work(order: Order) {
    const mine = ++latest;
    beginning = true;
    for (const [index, block] of order.passes.entries()) {
      const pixels = await ask(order, block, index > 0);
      if (pixels && mine === latest) place(order, block, pixels, index === order.passes.length - 1);
      if (index === 0) beginning = false;
      if (index === 0 && next) start(next);
      if (mine !== latest) return;
    }
  }
  function start(order: Order) {
    next = undefined;
    work(order).catch((error) => {
      beginning = false;
      report(error);
      if (next) start(next);
      else state.map.busy.value = false;
    });
  }

  return (order: Order) => {
    if (beginning) next = order;
    else start(order);
  };
}
