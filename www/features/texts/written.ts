// The text of an input.

import type { Input } from '../../app/input/state';
import type { DataSpec } from '../../engine/protocol';
import { textOf } from '../../ui/written';

/** Of an input that is none, nothing. */
export const written = (input: Input, data: DataSpec): string =>
  (input.kind === 'text' || input.kind === 'sample') && input.pixels.length === data.width * data.channels
    ? textOf(input.pixels, data)
    : '';
