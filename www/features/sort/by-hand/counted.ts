// Of so many labels, by how many of the first it is counted what they are worth.

/** Each of the first labels, then every fifth: a person sees no more on a curve. */
const EACH = 10;
const EVERY = 5;

export const counted = (labels: number): number[] =>
  Array.from({ length: labels }, (_, index) => index + 1).filter(
    (count) => count <= EACH || count % EVERY === 0 || count === labels,
  );
