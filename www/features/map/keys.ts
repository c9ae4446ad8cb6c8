// Moving z on the map by keys. The window follows where z would leave it.

import { ARROWS, fromPlane, LARGE_STEP, onPlane, type Pair, STEP, stepped } from '../../app/plane/geometry';
import { spread, type Viewport } from '../../app/plane/viewport';
import type { Send } from '../../app/send';
import { scrollFor, seen } from '../../ui/in-view';
import { addKey } from '../../ui/keys';
import { text } from '../../ui/text';
import type { MapParts } from './parts';

export function readKeys({ state, send, canvas, view, signal }: MapParts) {
  const move = (z: readonly number[], since: number) => {
    send({ do: 'move', z, since });
    keepInSight(fromPlane(z, state.plane.shown.peek()), view.peek(), send);
    scrollToMarker(canvas, fromPlane(z, state.plane.shown.peek()), view.peek());
  };
  const on = { element: canvas, words: () => text.value.map.onMap };
  addKey(signal, {
    keys: Object.keys(ARROWS),
    shown: '← → ↑ ↓',
    words: () => text.value.map.moveZ,
    on,
    press({ key, shiftKey, timeStamp }) {
      const [across, up] = ARROWS[key] ?? [0, 0];
      const [z, plane] = [state.latent.z.peek(), state.plane.shown.peek()];
      const step = shiftKey ? LARGE_STEP : STEP;
      const point = stepped(fromPlane(z, plane), [across * step, up * step]);
      move(onPlane(z, plane, point), timeStamp);
    },
  });
  addKey(signal, {
    keys: ['Home'],
    words: () => text.value.map.origin,
    on,
    press: ({ timeStamp }) => move(new Array<number>(state.latent.z.peek().length).fill(0), timeStamp),
  });
}

/** In pixels around z, so that what is beside it is seen too. */
const AROUND = 48;

/** Where the map is higher than the window, the page follows z. */
function scrollToMarker(canvas: HTMLElement, [, up]: Pair, view: Viewport) {
  const at = canvas.getBoundingClientRect().top + Math.min(Math.max(view.y(up), 0), view.height);
  const down = scrollFor({ from: at - AROUND, to: at + AROUND }, seen());
  if (down !== 0) scrollBy({ top: down, behavior: 'instant' });
}

function keepInSight(point: Pair, { window, grid }: Viewport, send: Send) {
  const half = window.span / 2;
  const inside = (middle: number, sigma: number) =>
    middle +
    Math.max(0, spread(sigma, grid) - middle - half) +
    Math.min(0, spread(sigma, grid) - middle + half);
  const centre = [inside(window.centre[0], point[0]), inside(window.centre[1], point[1])] as const;
  if (centre[0] !== window.centre[0] || centre[1] !== window.centre[1]) {
    send({ do: 'show window', window: { centre, span: window.span } });
  }
}
