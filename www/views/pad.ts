// The drawing pad and what the model sees of it.

import { computed, effect } from '@preact/signals-core';
import type { Send } from '../commands';
import type { Input } from '../state/input';
import type { State } from '../store';
import { find, onFrame, onPointerMoves } from './dom';
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
  const eraser = chooseEraser(canvas);
  const grey = greyCanvas();
  let strokes: Stroke[] = [];
  // Kept: to ask for them while drawing would make the browser lay the page out at once.
  let side = PAD;
  let colour = '';

  const redraw = () => {
    const input = state.input.peek();
    if (input.kind === 'digit') paint(canvas, input.pixels, '--input');
    else drawPad(canvas, side, strokes, colour);
  };
  const redrawSoon = onFrame(redraw);
  const hand = (since?: number) => {
    redrawSoon();
    if (strokes.length === 0) send({ do: 'clear' });
    else send({ do: 'draw', ink: () => greyOf(grey, strokes), side: SIDE, since });
  };

  readStrokes(canvas, {
    start([x, y], since) {
      strokes = [...strokes, startStroke(x, y, eraser.chosen())];
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
    colour = token('--input');
    redraw();
  });
  effect(() => {
    const { kind } = state.input.value;
    if (kind !== 'drawing') strokes = [];
    canvas.classList.toggle('crisp', kind === 'digit');
    hint.hidden = kind !== 'empty';
    undo.disabled = kind !== 'drawing';
    clear.disabled = kind === 'empty';
    eraser.offer(kind === 'drawing');
    redrawSoon();
  });
  new ResizeObserver(([entry]) => {
    side = Math.round((entry?.contentRect.width ?? 0) * devicePixelRatio) || PAD;
    redraw();
  }).observe(canvas);
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
  // The input changes with every move, its words do not.
  const described = computed(() => describeInput(state.input.value));
  effect(() => {
    words.textContent = described.value;
  });
}

function describeInput(input: Input) {
  if (input.kind === 'empty') return 'Nothing yet.';
  if (input.kind === 'digit') return `Test digit ${count(input.index)}, a ${input.label}.`;
  return 'Your drawing in a 20 × 20 box, centred by its mass in 28 × 28, as MNIST was.';
}

/** A toggle, of use while there is something to erase. */
function chooseEraser(canvas: HTMLCanvasElement) {
  const button = find(HTMLButtonElement, '#eraser');
  let chosen = false;
  const choose = (eraser: boolean) => {
    chosen = eraser;
    button.setAttribute('aria-pressed', String(eraser));
    canvas.classList.toggle('erasing', eraser);
  };
  button.addEventListener('click', () => choose(!chosen));
  return {
    chosen: () => chosen,
    offer(useful: boolean) {
      button.disabled = !useful;
      if (!useful) choose(false);
    },
  };
}

function drawPad(canvas: HTMLCanvasElement, side: number, strokes: Stroke[], colour: string) {
  if (canvas.width !== side || canvas.height !== side) Object.assign(canvas, { width: side, height: side });
  const context = canvas.getContext('2d');
  if (context) drawStrokes(context, strokes, colour);
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

type Point = readonly [number, number];

interface Hand {
  start(point: Point, since: number): void;
  move(points: Point[], since: number): void;
}

/** One pointer at a time; its positions in units of the pad. */
function readStrokes(canvas: HTMLCanvasElement, hand: Hand) {
  let drawing: number | undefined;
  const inPad = (events: PointerEvent[]): Point[] => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    return events.map(({ clientX, clientY }) => [
      ((clientX - left) / width) * PAD,
      ((clientY - top) / height) * PAD,
    ]);
  };
  canvas.addEventListener('pointerdown', (event) => {
    if (drawing !== undefined || event.button !== 0) return;
    drawing = event.pointerId;
    canvas.setPointerCapture(event.pointerId);
    event.preventDefault();
    for (const point of inPad([event])) hand.start(point, event.timeStamp);
  });
  onPointerMoves(canvas, (event) => {
    if (event.pointerId !== drawing) return;
    const events = event.getCoalescedEvents();
    hand.move(inPad(events.length > 0 ? events : [event]), event.timeStamp);
  });
  const release = (event: PointerEvent) => {
    if (event.pointerId === drawing) drawing = undefined;
  };
  canvas.addEventListener('pointerup', release);
  canvas.addEventListener('pointercancel', release);
}
