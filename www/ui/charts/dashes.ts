/** One for each of the colours of kept runs, so that no colour is needed to tell them apart. */
export const DASHES: readonly number[][] = [
  [7, 4],
  [2, 3],
  [10, 3, 2, 3],
  [4, 2],
  [12, 5],
  [6, 2, 2, 2, 2, 2],
];
