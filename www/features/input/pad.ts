// The drawing pad: strokes or a digit of the data set, each of which can be undone.

import { computed, signal as signalOf } from '@preact/signals-core';
import { given } from '../../app/async/given';
import { part } from '../../app/async/part';
import type { PanelContext } from '../../app/feature';
import { record, redo, type Undoable, undo, untouched } from '../../app/undoable';
import { inDevice } from '../../ui/canvas';
import { find, onFrame } from '../../ui/dom';
import { paint, theme, token } from '../../ui/ink';
import { onUndoKeys } from '../../ui/keys';
import { onResize, watch } from '../../ui/lifetime';
import { isColour } from '../../ui/pixels';
import { shownData } from '../../ui/shown-data';
import { inkOf } from './inking';
import { choosePen, type Hand, type Pen, readHand } from './pen';
import { allFit, type History, isDrawing, isEmpty, isSame, type Sheet } from './sheet';
import { readSketch, type Sketch, showHints, sketchOf } from './sketch';
import { continueStroke, drawStrokes, PAD, type Stroke, startStroke } from './strokes';

/** The side of the image that the model is handed. */
const SIDE = 140;

/** How much is left of what the page drew, once it is the person's turn. */
const PALE = 0.2;

const inColour = computed(() => isColour(shownData.value));
const palette = () => part(import('./palette'));

/** Colours are there once their code is. */
const bytesOf = (strokes: readonly Stroke[]) =>
  inColour.peek() ? palette().then(({ coloursOf }) => coloursOf(strokes, SIDE)) : inkOf(strokes, SIDE);

export function showPad(root: HTMLElement, { state, send, report }: PanelContext, signal: AbortSignal) {
  const canvas = find(HTMLCanvasElement, '#pad', root);
  const pen = choosePen(root, canvas, signal);
  const history = signalOf(untouched<Sheet>([]));
  const sheet = () => history.peek().present;
  const isClear = () => isEmpty(history.value.present);
  const sketch = sketchOf(state, isClear);
  const redrawSoon = onFrame(showSheet(canvas, sheet, sketch, signal), signal);
  const draw = (strokes: readonly Stroke[], since: number | undefined) =>
    send({ do: 'draw', ink: () => bytesOf(strokes), side: SIDE, since });
  const hand = (since?: number) => {
    const present = sheet();
    redrawSoon();
    send({ do: 'sketch', strokes: [] });
    if (!isDrawing(present)) send({ do: 'take sample', sample: present });
    else if (present.length === 0) send({ do: 'clear' });
    else draw(present, since);
  };

  readHand(canvas, drawing(history, pen, hand), signal);
  readButtons(root, history, sketch, hand, signal);
  readSketch(sketch, (strokes) => draw(strokes, undefined), redrawSoon, signal);
  showHints(root, sketch, isClear, signal);
  given(state.latent.decoded, signal)
    .then(() => part(import('./keep-drawing')))
    .then(({ keepDrawing }) => keepDrawing(history, hand, state, signal))
    .catch(report);
  onUndoKeys(
    { signal },
    {
      undo: () => find(HTMLButtonElement, '#undo', root).click(),
      redo: () => find(HTMLButtonElement, '#redo', root).click(),
    },
  );
  watch(signal, () => {
    const input = state.input.shown.value;
    // Taken elsewhere, a test digit or a neighbour, or taken away.
    if (input.kind === 'sample' && !isSame(sheet(), input)) history.value = record(history.peek(), input);
    if (input.kind === 'empty' && !isEmpty(sheet())) history.value = record(history.peek(), []);
    if (input.kind !== 'drawing') send({ do: 'sketch', strokes: [] });
    redrawSoon();
  });
  watch(signal, () => {
    if (allFit(history.peek())) return;
    const present = sheet();
    history.value = untouched(isDrawing(present) ? present : []);
    hand();
  });
  watch(signal, () => {
    if (!inColour.value) return undefined;
    const own = new AbortController();
    palette()
      .then(({ showPalette }) => showPalette(root, { canvas, pen, history, hand }, own.signal))
      .catch(report);
    return () => own.abort();
  });
  watch(signal, () => {
    const { present } = history.value;
    canvas.classList.toggle('crisp', !isDrawing(present));
    pen.offerEraser(isDrawing(present) && present.length > 0);
  });
}

/** Strokes on what lies there; a digit gives way to them. */
function drawing(history: History, pen: Pen, hand: (since: number | undefined) => void): Hand {
  const sheet = () => history.peek().present;
  let drawn: Stroke | undefined;
  let undrawn = history.peek();
  return {
    start([x, y], event) {
      undrawn = history.peek();
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
    forget() {
      history.value = undrawn;
      hand(undefined);
    },
  };
}

/** Undo, redo and clear, each while there is something for it. */
function readButtons(
  root: HTMLElement,
  history: History,
  sketch: Sketch,
  hand: () => void,
  signal: AbortSignal,
) {
  const button = (selector: string, change: (sheets: Undoable<Sheet>) => Undoable<Sheet>) => {
    const found = find(HTMLButtonElement, selector, root);
    const press = () => {
      history.value = change(history.peek());
      hand();
    };
    found.addEventListener('click', press, { signal });
    return found;
  };
  const back = button('#undo', undo);
  const again = button('#redo', redo);
  const clear = button('#clear', (sheets) => (isEmpty(sheets.present) ? sheets : record(sheets, [])));
  watch(signal, () => {
    const { past, present, future } = history.value;
    back.disabled = past.length === 0;
    again.disabled = future.length === 0;
    clear.disabled = isEmpty(present) && !sketch.isThere.value;
  });
}

/** Answers with what draws it again. */
function showSheet(canvas: HTMLCanvasElement, sheet: () => Sheet, sketch: Sketch, signal: AbortSignal) {
  // Kept: to ask for it while drawing would make the browser lay the page out at once.
  const width = signalOf(0);
  const side = computed(() => inDevice(width.value) || PAD);
  const colour = computed(() => {
    theme.value;
    return inColour.value ? undefined : token('--input');
  });
  const redraw = () => {
    const present = sheet();
    if (!isDrawing(present)) paint(canvas, present.pixels, '--input');
    else if (!sketch.isThere.peek()) drawPad(canvas, side.peek(), present, colour.peek());
    else drawPad(canvas, side.peek(), sketch.strokes.peek(), colour.peek(), sketch.isPale.peek() ? PALE : 1);
  };
  watch(signal, () => {
    colour.value;
    side.value;
    redraw();
  });
  onResize(signal, canvas, ({ contentRect }) => {
    width.value = contentRect.width;
  });
  return redraw;
}

function drawPad(
  canvas: HTMLCanvasElement,
  side: number,
  strokes: readonly Stroke[],
  colour: string | undefined,
  opacity = 1,
) {
  if (canvas.width !== side || canvas.height !== side) Object.assign(canvas, { width: side, height: side });
  const context = canvas.getContext('2d');
  if (!context) return;
  context.globalAlpha = opacity;
  drawStrokes(context, strokes, colour);
}
