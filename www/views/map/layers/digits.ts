// Test digits at the means of their posteriors: each a numeral in its class's colour. One that is pointed at is shown, one
// that is clicked becomes the input.

import { computed } from '@preact/signals-core';
import { CLASSES, nearest, pixelOf, pixelsOf, placesOf } from '../../../map-codes';
import { fromPlane, type Pair } from '../../../map-geometry';
import { text } from '../../../text';
import { make } from '../../dom';
import { theme, token } from '../../ink';
import type { MapLayer } from '../layers';
import { wantCodes } from '../want-codes';

/** Pixels from a numeral within which it is pointed at. */
const NEAR = 9;
/** A numeral's size on the smallest map, and as part of a large one's width. */
const SMALLEST = 10;
const PART = 1 / 44;

export const digits: MapLayer = {
  id: 'digits',
  on: false,
  mount(stage, state, send) {
    wantCodes(stage, send, digits.id);
    const places = computed(() => {
      const codes = state.codes.value;
      return codes ? placesOf(codes, state.plane.value) : [];
    });
    const points = computed(() => pixelsOf(places.value, stage.view.value));
    const size = computed(() => Math.max(SMALLEST, stage.view.value.width * PART));
    // Kept while the window moves.
    const numerals = computed(() => {
      theme.value;
      return numeralsOf(size.value);
    });

    stage.paint((context) => {
      const side = 2 * size.value;
      const labels = state.codes.value?.labels;
      for (const [index, [x, y]] of points.value.entries()) {
        const numeral = numerals.value[labels?.[index] ?? 0];
        if (numeral) context.drawImage(numeral, x - side / 2, y - side / 2, side, side);
      }
    });

    const point = (at: Pair | undefined) => {
      const index = at && nearest(points.peek(), at, NEAR);
      send({ do: 'point at digit', index });
      return index;
    };
    const placeOf = ({ offsetX, offsetY }: MouseEvent): Pair => [offsetX, offsetY];
    const listen = { signal: stage.removed };
    let pressed: Pair = [0, 0];
    stage.base.addEventListener('pointerdown', (event) => (pressed = placeOf(event)), listen);
    stage.base.addEventListener(
      'pointermove',
      (event) => point(event.buttons === 0 ? placeOf(event) : undefined),
      listen,
    );
    stage.base.addEventListener('pointerleave', () => point(undefined), listen);
    stage.base.addEventListener(
      'click',
      (event) => {
        const at = placeOf(event);
        const still = Math.hypot(at[0] - pressed[0], at[1] - pressed[1]) < 4;
        const index = still ? point(at) : undefined;
        if (index !== undefined) send({ do: 'take test digit', index });
      },
      listen,
    );
    // By keys, the digit nearest to z.
    const atMarker = () => pixelOf(fromPlane(state.z.peek(), state.plane.peek()), 0, stage.view.peek());
    stage.base.addEventListener('keyup', () => point(atMarker()), listen);
    stage.base.addEventListener(
      'keydown',
      (event) => {
        const index = event.key === 'Enter' ? point(atMarker()) : undefined;
        if (index !== undefined) send({ do: 'take test digit', index });
      },
      listen,
    );
    stage.removed.addEventListener('abort', () => point(undefined));
    showKey(stage.key('classes'), stage.effect);
  },
};

/** A picture of each numeral, with the paper about it that sets it off. */
function numeralsOf(size: number): HTMLCanvasElement[] {
  const paper = token('--paper');
  return Array.from({ length: CLASSES }, (_, digitClass) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = Math.ceil(2 * size * devicePixelRatio);
    const context = canvas.getContext('2d');
    if (!context) return canvas;
    context.scale(canvas.width / (2 * size), canvas.height / (2 * size));
    Object.assign(context, { textAlign: 'center', textBaseline: 'middle', lineJoin: 'round' });
    context.font = `700 ${size}px ${token('--sans')}`;
    context.strokeStyle = paper;
    context.lineWidth = size / 3;
    context.strokeText(String(digitClass), size, size);
    context.fillStyle = token(`--class-${digitClass}`);
    context.fillText(String(digitClass), size, size);
    return canvas;
  });
}

function showKey(key: HTMLElement, effect: (work: () => void) => void) {
  const name = make('span', '');
  const numerals = Array.from({ length: CLASSES }, (_, digitClass) =>
    make('b', `class-${digitClass}`, String(digitClass)),
  );
  key.append(...numerals, name);
  effect(() => {
    name.textContent = ` ${text.value.map.keys.digits}`;
  });
}
