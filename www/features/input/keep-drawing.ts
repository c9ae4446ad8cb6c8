// What lies on the pad outlives the page, with the steps by which it came to be: they can be undone then too.

import { untracked } from '@preact/signals-core';
import type { ReadonlyState } from '../../app/store';
import { store, stored } from '../../app/stored';
import type { Undoable } from '../../app/undoable';
import { atEnd, watch } from '../../ui/lifetime';
import { allFit, type History, type Sheet } from './sheet';
import type { Stroke } from './strokes';

const NAME = 'drawing';
/** A hand is at work until then. */
const SOON_MS = 400;

/** A path cannot be stored: its points can. */
type StoredStroke = Omit<Stroke, 'lines'> & { lines: Omit<Stroke['lines'][number], 'path'>[] };
type StoredSheet = readonly StoredStroke[] | Exclude<Sheet, readonly Stroke[]>;

/** Lays the drawing on the pad, where nobody has drawn yet, and keeps it from now on. */
export async function keepDrawing(
  history: History,
  hand: () => void,
  { input }: ReadonlyState,
  signal: AbortSignal,
) {
  const before = await stored<Undoable<StoredSheet>>(NAME);
  if (signal.aborted) return;
  if (before && isUntouched(history, input) && allFit(before)) {
    history.value = revived(before);
    hand();
  }
  const storeNow = () => void store(NAME, storable(untracked(() => history.value)));
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(signal, () => {
    // A stroke that grows is the same one.
    input.shown.value;
    history.value;
    clearTimeout(timer);
    timer = setTimeout(storeNow, SOON_MS);
  });
  atEnd(signal, () => {
    clearTimeout(timer);
    storeNow();
  });
}

/** A drawing that is the input while the pad is new is the one that was kept: a model of no pictures was shown meanwhile. */
function isUntouched(history: History, { shown, sketch }: ReadonlyState['input']): boolean {
  const isFree =
    shown.peek().kind === 'empty' || (shown.peek().kind === 'drawing' && sketch.peek().length === 0);
  return isFree && history.peek().past.length === 0;
}

/** The sheets of a history share their strokes, before and after. */
export const storable = (history: Undoable<Sheet>): Undoable<StoredSheet> =>
  changed(history, ({ lines, ...stroke }: Stroke) => ({
    ...stroke,
    lines: lines.map(({ points, width }) => ({ points, width })),
  }));

export const revived = (history: Undoable<StoredSheet>): Undoable<Sheet> =>
  changed(history, ({ lines, ...stroke }: StoredStroke) => ({
    ...stroke,
    lines: lines.map(({ points, width }) => ({ points: [...points], width, path: pathAlong(points) })),
  }));

function changed<One extends object, Other, Whole>(
  { past, present, future }: Undoable<readonly One[] | Whole>,
  change: (stroke: One) => Other,
): Undoable<readonly Other[] | Whole> {
  const known = new Map<One, Other>();
  const once = (stroke: One) => {
    const made = known.get(stroke) ?? change(stroke);
    known.set(stroke, made);
    return made;
  };
  const isDrawn = (sheet: readonly One[] | Whole): sheet is readonly One[] => Array.isArray(sheet);
  const sheet = (sheet: readonly One[] | Whole) => (isDrawn(sheet) ? sheet.map(once) : sheet);
  return { past: past.map(sheet), present: sheet(present), future: future.map(sheet) };
}

function pathAlong(points: readonly number[]) {
  const path = new Path2D();
  for (let index = 0; index < points.length; index += 2) {
    const [x = 0, y = 0] = points.slice(index, index + 2);
    if (index === 0) path.moveTo(x, y);
    // A dot: a line of no length has no caps everywhere.
    path.lineTo(x + (index === 0 ? 0.01 : 0), y);
  }
  return path;
}
