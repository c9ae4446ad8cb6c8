// What lies on the pad: strokes, or a digit of the data set.

import type { Signal } from '@preact/signals-core';
import type { Undoable } from '../../app/undoable';
import { sizeOf } from '../../engine/data/spec';
import type { Sample } from '../../engine/protocol';
import { shownData } from '../../ui/shown-data';
import type { Stroke } from './strokes';

/** An empty one has no strokes. */
export type Sheet = readonly Stroke[] | Sample;
export type History = Signal<Undoable<Sheet>>;

export const isDrawing = (sheet: Sheet): sheet is readonly Stroke[] => Array.isArray(sheet);
export const isEmpty = (sheet: Sheet) => isDrawing(sheet) && sheet.length === 0;

export const isSame = (sheet: Sheet, { split, index }: Sample) =>
  !isDrawing(sheet) && sheet.split === split && sheet.index === index;

/** Samples of other data mean nothing to the model. */
export function allFit({ past, present, future }: Undoable<object>) {
  const size = sizeOf(shownData.value);
  const fits = (sheet: object | Sample) => !('pixels' in sheet) || sheet.pixels.length === size;
  return [...past, present, ...future].every(fits);
}
