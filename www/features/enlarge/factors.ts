// By how much pictures of some data can be shrunk.

import type { DataSpec } from '../../engine/protocol';

const FACTORS = [2, 4];

export const factorsOf = ({ width, height }: Pick<DataSpec, 'width' | 'height'>): readonly number[] =>
  FACTORS.filter((factor) => width % factor === 0 && height % factor === 0);
