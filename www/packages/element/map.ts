// The decoded manifold, from -3 to 3 on the first two dimensions, and z on it: by pointer and keys.

import { computed } from '@preact/signals-core';
import {
  ARROWS,
  clamp,
  EXTENT,
  fromPlane,
  LARGE_STEP,
  offPlane,
  onPlane,
  type Pair,
  planeOfAxes,
  STEP,
} from '../../app/plane/geometry';
import { find, onPointerMoves } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { pixelsOf } from '../../ui/pixels';
import type { Model } from '../engine/model';
import { inkOf } from './paint';
import type { Parts } from './state';
import { theme } from './theme';

const COLUMNS = 20;

export function showMap(parts: Parts) {
  const { root, state, signal } = parts;
  const canvas = find(HTMLCanvasElement, '#map', root);
  const marker = find(HTMLElement, '#marker', root);
  paintTiles(parts, canvas);
  watch(signal, () => {
    const [x, y] = fromPlane(state.z.value, planeOf(state.z.value));
    marker.style.left = `${50 + (50 * clamp(x, EXTENT)) / EXTENT}%`;
    marker.style.top = `${50 - (50 * clamp(y, EXTENT)) / EXTENT}%`;
    marker.hidden = state.model.value === undefined;
  });
  readPointer(parts, canvas);
  readKeys(parts, canvas);
}

const planeOf = ({ length }: readonly number[]) => planeOfAxes(length, [0, Math.min(1, length - 1)]);

/** Of a single dimension all rows would be the same: the map is one, as high as it is wide. */
const rowsOf = (latentSize: number) => (latentSize === 1 ? 1 : COLUMNS);

/** Where the tiles' centres lie. */
const centres = (count: number) =>
  Array.from({ length: count }, (_, index) => EXTENT * ((2 * index + 1) / count - 1));

/** Anew for another model, other colours, or where another dimension has moved. */
function paintTiles({ state, signal }: Parts, canvas: HTMLCanvasElement) {
  const elsewhere = computed(() => offPlane(state.z.value, planeOf(state.z.value)).join());
  watch(signal, () => {
    theme.value;
    const model = state.model.value;
    const z = elsewhere.value.split(',').map(Number);
    if (!model || z.length !== model.latentSize) return undefined;
    const given = new AbortController();
    paintRows(model, z, canvas, given.signal).catch(() => undefined);
    return () => given.abort();
  });
}

/** A row at a time, so that what is decoded under the pointer waits for one at most. */
async function paintRows(model: Model, z: readonly number[], canvas: HTMLCanvasElement, given: AbortSignal) {
  const { data } = model.summary;
  const up = centres(rowsOf(z.length)).reverse();
  const size = { width: COLUMNS * data.width, height: up.length * data.height };
  if (canvas.width !== size.width || canvas.height !== size.height) Object.assign(canvas, size);
  for (const [row, y] of up.entries()) {
    const points = centres(COLUMNS).flatMap((x) => onPlane(z, planeOf(z), [x, y]));
    const images = await model.decode(points);
    if (given.aborted) return;
    const ink = inkOf(canvas);
    const length = images.length / COLUMNS;
    for (let column = 0; column < COLUMNS; column++) {
      const tile = pixelsOf(images.subarray(column * length, (column + 1) * length), data, ink);
      canvas.getContext('2d')?.putImageData(tile, column * data.width, row * data.height);
    }
  }
}

function moveOnPlane({ state, move }: Parts, to: (from: Pair) => Pair) {
  const z = state.z.peek();
  if (state.model.peek()) move(onPlane(z, planeOf(z), to(fromPlane(z, planeOf(z)))));
}

function readPointer(parts: Parts, canvas: HTMLCanvasElement) {
  const { signal } = parts;
  const follow = ({ clientX, clientY }: PointerEvent) => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const across = clamp((2 * EXTENT * (clientX - left)) / width - EXTENT, EXTENT);
    const up = clamp(EXTENT - (2 * EXTENT * (clientY - top)) / height, EXTENT);
    moveOnPlane(parts, () => [across, up]);
  };
  const press = (event: PointerEvent) => {
    if (!event.isPrimary || event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    follow(event);
  };
  canvas.addEventListener('pointerdown', press, { signal });
  const drag = (event: PointerEvent) => {
    if (canvas.hasPointerCapture(event.pointerId)) follow(event);
  };
  onPointerMoves(canvas, drag, signal);
}

/** Within the map; the coordinate that does not move stays wherever it is. */
function stepped([x, y]: Pair, [across, up]: Pair, step: number): Pair {
  const along = (value: number, by: number) => (by === 0 ? value : clamp(value + by * step, EXTENT));
  return [along(x, across), along(y, up)];
}

function readKeys(parts: Parts, canvas: HTMLCanvasElement) {
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    if (!arrow && event.key !== 'Home') return;
    event.preventDefault();
    const step = event.shiftKey ? LARGE_STEP : STEP;
    if (arrow) moveOnPlane(parts, (from) => stepped(from, arrow, step));
    else parts.move(parts.state.z.peek().map(() => 0));
  };
  canvas.addEventListener('keydown', press, { signal: parts.signal });
}
