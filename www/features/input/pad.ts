// The drawing pad: strokes or a digit of the data set, each of which can be undone.

import { computed, effect, signal } from '@preact/signals-core';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import type { Digit } from '../../engine/protocol';
import { find, onFrame } from '../../ui/dom';
import { paint, theme, token } from '../../ui/ink';
import { choosePen, readHand } from './pen';
import { continueStroke, drawStrokes, PAD, type Stroke, startStroke } from './strokes';
import { record, redo, undo, untouched } from './undo';

/** The side of the grey image that the model is handed. */
const SIDE = 140;

/** What lies on the pad; an empty one has no strokes. */
type Sheet = readonly Stroke[] | Digit;

const isDrawing = (sheet: Sheet): sheet is readonly Stroke[] => Array.isArray(sheet);
const isEmpty = (sheet: Sheet) => isDrawing(sheet) && sheet.length === 0;

export function showPad(state: State, send: Send) {
  const canvas = find(HTMLCanvasElement, '#pad');
  const pen = choosePen(canvas);
  const grey = greyCanvas();
  const history = signal(untouched<Sheet>([]));
  const sheet = () => history.peek().present;

  const redraw = showSheet(canvas, sheet);
  const redrawSoon = onFrame(redraw);
  const hand = (since?: number) => {
    const present = sheet();
    redrawSoon();
    if (!isDrawing(present)) send({ do: 'take digit', digit: present });
    else if (present.length === 0) send({ do: 'clear' });
    else send({ do: 'draw', ink: () => greyOf(grey, present), side: SIDE, since });
  };

  let drawn: Stroke | undefined;
  readHand(canvas, {
    start([x, y], event) {
      const before = sheet();
      drawn = startStroke(x, y, pen.tip(event));
      history.value = record(history.peek(), [...(isDrawing(before) ? before : []), drawn]);
      hand(event.timeStamp);
    },
    move(points, event) {
      const present = sheet();
      // It may have been undone by a key meanwhile.
      if (!drawn || !isDrawing(present) || !present.includes(drawn)) return;
      for (const [x, y] of points) continueStroke(drawn, x, y, pen.tip(event).width);
      hand(event.timeStamp);
    },
  });

  const changes = {
    '#undo': undo,
    '#redo': redo,
    '#clear': (present: typeof history.value) => record(present, []),
  };
  for (const [button, change] of Object.entries(changes))
    find(HTMLButtonElement, button).addEventListener('click', () => {
      history.value = change(history.peek());
      hand();
    });
  pressByKeys();

  effect(() => {
    const input = state.input.shown.value;
    // Taken elsewhere: a test digit, or a neighbour.
    if (input.kind === 'digit' && !isSame(sheet(), input)) history.value = record(history.peek(), input);
    redrawSoon();
  });
  effect(() => {
    const { past, present, future } = history.value;
    find(HTMLButtonElement, '#undo').disabled = past.length === 0;
    find(HTMLButtonElement, '#redo').disabled = future.length === 0;
    find(HTMLButtonElement, '#clear').disabled = isEmpty(present);
    find(HTMLElement, '.pad .hint').hidden = !isEmpty(present);
    canvas.classList.toggle('crisp', !isDrawing(present));
    pen.offerEraser(isDrawing(present) && present.length > 0);
  });
}

const isSame = (sheet: Sheet, { split, index }: Digit) =>
  !isDrawing(sheet) && sheet.split === split && sheet.index === index;

/** Answers with what draws it again. */
function showSheet(canvas: HTMLCanvasElement, sheet: () => Sheet) {
  // Kept: to ask for them while drawing would make the browser lay the page out at once.
  let side = PAD;
  const colour = computed(() => {
    theme.value;
    return token('--input');
  });
  const redraw = () => {
    const present = sheet();
    if (isDrawing(present)) drawPad(canvas, side, present, colour.peek());
    else paint(canvas, present.pixels, '--input');
  };
  effect(() => {
    colour.value;
    redraw();
  });
  new ResizeObserver(([entry]) => {
    side = Math.round((entry?.contentRect.width ?? 0) * devicePixelRatio) || PAD;
    redraw();
  }).observe(canvas);
  return redraw;
}

/** Ctrl or Cmd with Z, and with Shift or Y; fields that take text have an undo of their own. */
function pressByKeys() {
  document.addEventListener('keydown', (event) => {
    const { ctrlKey, metaKey, altKey, shiftKey, target } = event;
    const key = event.key.toLowerCase();
    if (!(ctrlKey || metaKey) || altKey || (key !== 'z' && key !== 'y')) return;
    if (target instanceof Element && target.matches('textarea, input:not([type="range"], [type="radio"])'))
      return;
    event.preventDefault();
    find(HTMLButtonElement, key === 'y' || shiftKey ? '#redo' : '#undo').click();
  });
}

function drawPad(canvas: HTMLCanvasElement, side: number, strokes: readonly Stroke[], colour: string) {
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

function greyOf(context: CanvasRenderingContext2D, strokes: readonly Stroke[]): Uint8Array {
  drawStrokes(context, strokes, '#000');
  const { data } = context.getImageData(0, 0, SIDE, SIDE);
  const grey = new Uint8Array(SIDE * SIDE);
  for (let index = 0; index < grey.length; index++) grey[index] = data[4 * index + 3] ?? 0;
  return grey;
}
