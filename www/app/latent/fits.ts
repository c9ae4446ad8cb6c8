// Which inputs a model of some data can be shown.

import { isImage, sizeOf } from '../../engine/data/spec';
import type { DataSpec } from '../../engine/protocol';
import { shownData } from '../../ui/shown-data';
import type { ReadonlyState, State } from '../store';

type Input = State['input']['shown']['value'];

export function fits(input: Input, data: DataSpec): boolean {
  if (input.kind === 'empty') return false;
  return input.kind === 'drawing' ? isImage(data) : input.pixels.length === sizeOf(data);
}

/** Whether there is an input that the model can be shown: a drawing is kept while there is one of texts, and is none of its. */
export const hasInput = ({ input }: Pick<ReadonlyState, 'input'>): boolean =>
  fits(input.shown.value, shownData.value);
