// Pointers on the map. One moves z; two of them, the right button or the space bar move and enlarge the window.

import type { Place } from '../../app/latent/state';
import { onPlane, type Pair } from '../../app/plane/geometry';
import type { Viewport } from '../../app/plane/viewport';
import type { ReadonlyState } from '../../app/store';
import { onPointerMoves } from '../../ui/dom';
import { gripping } from '../../ui/grip';
import { palmsBeside } from '../../ui/palm';
import type { MapParts } from './parts';

/** A finger that has gone less far than this, in pixels, was not dragging z when a second one came. */
const STILL = 8;

export function readPointers(parts: MapParts) {
  const { canvas, signal } = parts;
  const { press, move, release } = handOn(parts);
  canvas.addEventListener('pointerdown', press, { signal });
  onPointerMoves(canvas, move, signal);
  canvas.addEventListener('pointerup', release, { signal });
  canvas.addEventListener('pointercancel', release, { signal });
  // The right button drags.
  canvas.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
}

function handOn(parts: MapParts) {
  const { state, send, canvas, view, signal } = parts;
  const { pointers, begin, follow } = gripping(
    (from, to, times) => send({ do: 'show window', window: view.peek().gripped(from, to, times) }),
    signal,
  );
  const space = heldSpace(canvas, signal);
  let doing: 'nothing' | 'moving z' | 'moving the map' = 'nothing';
  let began: { place: Place; at: Pair } | undefined;
  const holdWindow = () => {
    doing = 'moving the map';
    begin();
  };
  const holdZ = (at: Pair) => {
    doing = 'moving z';
    began = { place: placeIn(state), at };
  };
  /** z goes back to where it was when the first of two fingers has hardly moved it. */
  const putBack = ([first]: Pair[]) => {
    if (began && doing === 'moving z' && near(began.at, first)) send({ do: 'put back', place: began.place });
  };
  const isPalm = palmsBeside(
    canvas,
    () => {
      pointers.clear();
      doing = 'nothing';
    },
    signal,
  );
  return {
    press(event: PointerEvent) {
      if (isPalm(event)) return;
      const secondary = event.button === 2 || space();
      if ((event.button !== 0 && !secondary) || !state.model.shown.peek()) return;
      const at = placeOf(event, canvas);
      pointers.set(event.pointerId, at);
      canvas.setPointerCapture(event.pointerId);
      canvas.focus({ preventScroll: true });
      event.preventDefault();
      if (pointers.size > 1) putBack([...pointers.values()]);
      if (pointers.size > 1 || secondary) return holdWindow();
      holdZ(at);
      moveZ(parts, at, event.timeStamp);
    },
    move(event: PointerEvent) {
      if (!pointers.has(event.pointerId)) return;
      const at = placeOf(event, canvas);
      if (doing === 'moving z') moveZ(parts, at, event.timeStamp);
      pointers.set(event.pointerId, at);
      if (doing === 'moving the map') follow();
    },
    release({ pointerId }: PointerEvent) {
      if (!pointers.delete(pointerId)) return;
      if (pointers.size > 0) holdWindow();
      else doing = 'nothing';
    },
  };
}

function moveZ({ state, send, view }: MapParts, at: Pair, since: number) {
  const point = pointAt(at, view.peek());
  send({ do: 'move', z: onPlane(state.latent.z.peek(), state.plane.shown.peek(), point), since });
}

function placeOf({ clientX, clientY }: MouseEvent, canvas: HTMLCanvasElement): Pair {
  const { left, top } = canvas.getBoundingClientRect();
  return [clientX - left, clientY - top];
}

const placeIn = ({ latent: { z, linked, decoded } }: ReadonlyState): Place => ({
  z: z.peek(),
  linked: linked.peek(),
  decoded: decoded.peek(),
});

/** The point of the map at a place of its canvas, at most at its edge. */
function pointAt([left, top]: Pair, view: Viewport): Pair {
  const within = (at: number, size: number) => Math.min(Math.max(at, 0), size);
  return view.at(within(left, view.width), within(top, view.height));
}

/** What the map has under the pointer. */
export const pointUnder = (event: PointerEvent, canvas: HTMLCanvasElement, view: Viewport): Pair =>
  pointAt(placeOf(event, canvas), view);

const near = (a: Pair, b: Pair | undefined) =>
  b !== undefined && Math.hypot(a[0] - b[0], a[1] - b[1]) < STILL;

/** Whether the space bar is held down on the map. */
function heldSpace(canvas: HTMLCanvasElement, signal: AbortSignal) {
  let held = false;
  const hold = (now: boolean) => {
    held = now;
    canvas.classList.toggle('grabbing', now);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    hold(true);
  };
  const release = ({ key }: KeyboardEvent) => {
    if (key === ' ') hold(false);
  };
  canvas.addEventListener('keydown', press, { signal });
  canvas.addEventListener('keyup', release, { signal });
  canvas.addEventListener('blur', () => hold(false), { signal });
  return () => held;
}
