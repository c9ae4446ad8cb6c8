export type Scale = (value: number) => number;
type Range = readonly [number, number];

/** From a range of values to a range of pixels. */
export const linear =
  ([from, to]: Range, [start, end]: Range): Scale =>
  (value) =>
    start + ((value - from) / (to - from || 1)) * (end - start);
