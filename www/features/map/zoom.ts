// The window of the map by wheel, keys and buttons. The wheel alone scrolls the page, as it does elsewhere on it.

import { fromPlane, type Pair } from '../../app/plane/geometry';
import { type Viewport, WHOLE } from '../../app/plane/viewport';
import type { ReadonlyState } from '../../app/store';
import { find, onFrame } from '../../ui/dom';
import { addKey } from '../../ui/keys';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import type { MapParts } from './parts';

const STEP = 1.5;
/** How much a pixel of the wheel enlarges; a pinch on a trackpad sends a wheel of few pixels. */
const WHEEL = 0.01;
const MOST_PIXELS = 25;

export function readZoom(parts: MapParts) {
  const { state, send, canvas, view, signal } = parts;
  const zoom = (times: number, about?: Pair) =>
    send({ do: 'show window', window: view.peek().zoomed(times, about) });
  readWheel(canvas, zoom, signal);
  const on = { element: canvas, words: () => text.value.map.onMap };
  addKey(signal, {
    keys: ['+', '=', '-'],
    shown: '+ −',
    words: () => text.value.map.zoom,
    on,
    press: ({ key }) => zoom(key === '-' ? 1 / STEP : STEP, atMarker(state, view.peek())),
  });
  addKey(signal, {
    keys: ['0'],
    words: () => text.value.map.wholeMap,
    on,
    press() {
      // A conditional model's 0 is a class.
      if (!state.model.shown.peek()?.summary.config.conditional) send({ do: 'show whole map' });
    },
  });
  readButtons(parts, zoom);
}

function readWheel(
  canvas: HTMLCanvasElement,
  zoom: (times: number, about: Pair) => void,
  signal: AbortSignal,
) {
  let pixels = 0;
  let about: Pair = [0, 0];
  const turn = onFrame(() => {
    zoom(Math.exp(-pixels * WHEEL), about);
    pixels = 0;
  }, signal);
  canvas.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { left, top } = canvas.getBoundingClientRect();
      about = [event.clientX - left, event.clientY - top];
      pixels += Math.max(-MOST_PIXELS, Math.min(MOST_PIXELS, event.deltaY));
      turn();
    },
    { passive: false, signal },
  );
}

/** Keys enlarge about z where it is in sight. */
function atMarker(state: ReadonlyState, view: Viewport): Pair | undefined {
  const [across, up] = fromPlane(state.latent.z.peek(), state.plane.shown.peek());
  const [x, y] = [view.x(across), view.y(up)];
  const inSight = x >= 0 && x <= view.width && y >= 0 && y <= view.height;
  return inSight ? [x, y] : undefined;
}

function readButtons({ root, state, send, signal }: MapParts, zoom: (times: number) => void) {
  const whole = find(HTMLButtonElement, '#map-whole', root);
  find(HTMLButtonElement, '#map-closer', root).addEventListener('click', () => zoom(STEP), { signal });
  find(HTMLButtonElement, '#map-wider', root).addEventListener('click', () => zoom(1 / STEP), { signal });
  whole.addEventListener('click', () => send({ do: 'show whole map' }), { signal });
  watch(signal, () => {
    const { centre, span } = state.plane.window.value;
    whole.disabled = span === WHOLE.span && centre[0] === 0 && centre[1] === 0;
  });
}
