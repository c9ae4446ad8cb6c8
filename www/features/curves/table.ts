// The curves in figures: a table to read.

import { type History, TERMS } from '../../app/run/history';

/** Rows of the table, evenly taken from the tests. */
const ROWS = 20;

export interface Row {
  images: number;
  epochs: number;
  train: readonly (number | undefined)[];
  test: readonly (number | undefined)[];
}

/** At some of the tests, the last among them: the terms on test digits, and on the training batches before. */
export function rowsOf({ train, test }: History): Row[] {
  const length = test.images.length;
  const count = Math.min(ROWS, length);
  return Array.from({ length: count }, (_, row) => {
    const index = length - 1 - Math.round(((count - 1 - row) * (length - 1)) / Math.max(1, count - 1));
    const images = test.images[index] ?? 0;
    const before = train.images.findLastIndex((at) => at <= images);
    return {
      images,
      epochs: test.epochs[index] ?? 0,
      train: TERMS.map((term) => train[term][before]),
      test: TERMS.map((term) => test[term][index]),
    };
  });
}
