// Which inputs a model of some data can be shown.

import { isImage, sizeOf } from '../../engine/data/spec';
import type { DataSpec } from '../../engine/protocol';
import type { State } from '../store';

type Input = State['input']['shown']['value'];

export function fits(input: Input, data: DataSpec): boolean {
  if (input.kind === 'empty') return false;
  return input.kind === 'drawing' ? isImage(data) : input.pixels.length === sizeOf(data);
}
