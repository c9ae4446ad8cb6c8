/**
 * A "3" as a hand draws it, from 0 to 1 on both sides of the pad: pictures and tests draw the same.
 * @type {[number, number][]}
 */
export const three = [
  [0.3, 0.25],
  [0.5, 0.15],
  [0.68, 0.3],
  [0.5, 0.47],
  [0.7, 0.65],
  [0.5, 0.85],
  [0.3, 0.75],
];
