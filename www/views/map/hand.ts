// Moving z on the map: by pointer, and by keys.

import type { ReadonlySignal } from '@preact/signals-core';
import type { Send } from '../../commands';
import { clamp, fromPlane, onPlane, type Pair, REACH } from '../../map-geometry';
import type { Viewport } from '../../map-viewport';
import type { State } from '../../store';
import { onPointerMoves } from '../dom';

const KEYS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};
const STEP = 0.1;
const LARGE_STEP = 0.5;

export function readPointer(
  state: State,
  send: Send,
  canvas: HTMLCanvasElement,
  view: ReadonlySignal<Viewport>,
) {
  const follow = (event: PointerEvent) => {
    const z = onPlane(state.z.peek(), state.plane.peek(), pointUnder(event, canvas, view.peek()));
    send({ do: 'move', z, since: event.timeStamp });
  };
  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || !state.model.peek()) return;
    canvas.setPointerCapture(event.pointerId);
    canvas.focus({ preventScroll: true });
    event.preventDefault();
    follow(event);
  });
  onPointerMoves(canvas, (event) => {
    if (canvas.hasPointerCapture(event.pointerId)) follow(event);
  });
}

/** What the map has under the pointer, at most at its edge. */
export function pointUnder(event: PointerEvent, canvas: HTMLCanvasElement, view: Viewport): Pair {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const x = Math.min(Math.max(event.clientX - left, 0), width);
  const y = Math.min(Math.max(event.clientY - top, 0), height);
  return view.at(x, y);
}

export function readKeys(state: State, send: Send, canvas: HTMLCanvasElement) {
  canvas.addEventListener('keydown', (event) => {
    const z = state.z.peek();
    const direction = KEYS[event.key];
    if ((!direction && event.key !== 'Home') || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (!direction) {
      send({ do: 'move', z: z.map(() => 0), since: event.timeStamp });
      return;
    }
    const plane = state.plane.peek();
    const step = event.shiftKey ? LARGE_STEP : STEP;
    const [x, y] = fromPlane(z, plane);
    const point = [clamp(x + direction[0] * step, REACH), clamp(y + direction[1] * step, REACH)] as const;
    send({ do: 'move', z: onPlane(z, plane, point), since: event.timeStamp });
  });
}
