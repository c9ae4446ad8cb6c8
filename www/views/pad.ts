// The drawing pad and what the model sees of it.

import { effect } from '@preact/signals-core';
import type { Send } from '../commands';
import type { State } from '../store';
import { find } from './dom';
import { paint, theme, token, wipe } from './ink';
import { continueStroke, drawStrokes, PAD, type Stroke, startStroke } from './strokes';
import { count } from './words';

/** The side of the grey image that the model is handed. */
const SIDE = 140;

export function showPad(state: State, send: Send) {
  const canvas = find(HTMLCanvasElement, '#pad');
  const hint = find(HTMLElement, '.pad .hint');
  const undo = find(HTMLButtonElement, '#undo');
  const clear = find(HTMLButtonElement, '#clear');
  const grey = greyCanvas();
  let strokes: Stroke[] = [];

  const redraw = () => {
    const input = state.input.peek();
    if (input.kind === 'digit') paint(canvas, input.pixels, '--input');
    else drawPad(canvas, strokes);
  };
  const hand = (since?: number) => {
    drawPad(canvas, strokes);
    if (strokes.length === 0) send({ do: 'clear' });
    else
      send({ do: 'draw', ink: greyOf(grey, strokes), side: SIDE, ...(since === undefined ? {} : { since }) });
  };

  readStrokes(canvas, {
    start(x, y, since) {
      strokes = [...strokes, startStroke(x, y)];
      hand(since);
    },
    move(points, since) {
      const stroke = strokes.at(-1);
      if (!stroke) return;
      for (const [x, y] of points) continueStroke(stroke, x, y);
      hand(since);
    },
  });
  undo.addEventListener('click', () => {
    strokes = strokes.slice(0, -1);
    hand();
  });
  clear.addEventListener('click', () => {
    strokes = [];
    hand();
  });
  find(HTMLButtonElement, '#test-digit').addEventListener('click', () => send({ do: 'take test digit' }));

  effect(() => {
    theme.value;
    const { kind } = state.input.value;
    if (kind !== 'drawing') strokes = [];
    canvas.classList.toggle('crisp', kind === 'digit');
    hint.hidden = kind !== 'empty';
    undo.disabled = kind !== 'drawing';
    clear.disabled = kind === 'empty';
    redraw();
  });
  new ResizeObserver(redraw).observe(canvas);
  showSeen(state);
}

function showSeen(state: State) {
  const canvas = find(HTMLCanvasElement, '#seen');
  const words = find(HTMLElement, '#input-words');
  effect(() => {
    theme.value;
    const encoding = state.encoding.value;
    if (encoding) paint(canvas, encoding.seen, '--input');
    else wipe(canvas);
  });
  effect(() => {
    const input = state.input.value;
    if (input.kind === 'empty') words.textContent = 'Nothing yet.';
    else if (input.kind === 'digit')
      words.textContent = `Test digit ${count(input.index)}, a ${input.label}.`;
    else words.textContent = 'Your drawing in a 20 × 20 box, centred by its mass in 28 × 28, as MNIST was.';
  });
}

function drawPad(canvas: HTMLCanvasElement, strokes: Stroke[]) {
  const side = Math.round(canvas.clientWidth * devicePixelRatio) || PAD;
  if (canvas.width !== side || canvas.height !== side) Object.assign(canvas, { width: side, height: side });
  const context = canvas.getContext('2d');
  if (context) drawStrokes(context, strokes, token('--input'));
}

function greyCanvas() {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: SIDE, height: SIDE });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser gives no canvas to draw on.');
  return context;
}

function greyOf(context: CanvasRenderingContext2D, strokes: Stroke[]): Uint8Array {
  drawStrokes(context, strokes, '#000');
  const { data } = context.getImageData(0, 0, SIDE, SIDE);
  const grey = new Uint8Array(SIDE * SIDE);
  for (let index = 0; index < grey.length; index++) grey[index] = data[4 * index + 3] ?? 0;
  return grey;
}

interface Hand {
  start(x: number, y: number, since: number): void;
  move(points: (readonly [number, number])[], since: number): void;
}

/** One pointer at a time; its positions in units of the pad. */
function readStrokes(canvas: HTMLCanvasElement, hand: Hand) {
  let drawing: number | undefined;
  const inPad = (event: PointerEvent): readonly [number, number] => {
    const box = canvas.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * PAD, ((event.clientY - box.top) / box.height) * PAD];
  };
  canvas.addEventListener('pointerdown', (event) => {
    if (drawing !== undefined || event.button !== 0) return;
    drawing = event.pointerId;
    canvas.setPointerCapture(event.pointerId);
    event.preventDefault();
    hand.start(...inPad(event), event.timeStamp);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (event.pointerId !== drawing) return;
    const events = event.getCoalescedEvents();
    hand.move((events.length > 0 ? events : [event]).map(inPad), event.timeStamp);
  });
  const release = (event: PointerEvent) => {
    if (event.pointerId === drawing) drawing = undefined;
  };
  canvas.addEventListener('pointerup', release);
  canvas.addEventListener('pointercancel', release);
}
