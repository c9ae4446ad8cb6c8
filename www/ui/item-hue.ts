// An item in a colour of its own, the same in lists and on the map.

/** Degrees on the circle of hues between one item and the next: those beside each other differ, and none comes twice. */
const GOLDEN = 137.508;

/** In degrees. */
export const hueOfItem = (item: number) => (item * GOLDEN) % 360;
