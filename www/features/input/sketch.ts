// What the page draws by itself on an empty pad: with the pen's strokes, and read by the model as a person's are. Once it is
// the person's turn it pales, until they draw.

import { computed, untracked } from '@preact/signals-core';
import type { Trace } from '../../app/input/state';
import type { ReadonlyState } from '../../app/store';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { continueStroke, type Stroke, startStroke } from './strokes';

const WIDTH = 22;

export type Sketch = ReturnType<typeof sketchOf>;

/** `isEmpty` tells whether a person has left the pad empty. */
export function sketchOf({ input, page }: ReadonlyState, isEmpty: () => boolean) {
  const strokes = computed(() => input.sketch.value.flatMap(strokeAlong));
  return {
    strokes,
    isThere: computed(() => isEmpty() && strokes.value.length > 0),
    isPale: computed(() => !page.plays.value),
  };
}

function strokeAlong([start, ...rest]: Trace): Stroke[] {
  if (!start) return [];
  const stroke = startStroke(...start, { width: WIDTH, erases: false });
  for (const [x, y] of rest) continueStroke(stroke, x, y, WIDTH);
  return [stroke];
}

/** Hands it to the model as it grows. */
export function readSketch(
  sketch: Sketch,
  draw: (strokes: readonly Stroke[]) => void,
  redraw: () => void,
  signal: AbortSignal,
) {
  watch(signal, () => {
    const strokes = sketch.strokes.value;
    if (strokes.length > 0) untracked(() => draw(strokes));
  });
  watch(signal, () => {
    sketch.strokes.value;
    sketch.isPale.value;
    redraw();
  });
}

/** Where to draw, and after the page has drawn, what. */
export function showHints(root: HTMLElement, sketch: Sketch, isEmpty: () => boolean, signal: AbortSignal) {
  const hint = find(HTMLElement, '.pad .hint', root);
  const turn = find(HTMLElement, '.pad .turn', root);
  watch(signal, () => {
    hint.hidden = !isEmpty() || sketch.isThere.value;
    turn.hidden = !(sketch.isThere.value && sketch.isPale.value);
  });
}
