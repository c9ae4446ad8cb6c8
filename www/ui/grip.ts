// Pointers that hold a window: it moves and grows as they do.

import type { Pair } from '../app/plane/geometry';
import { onFrame } from './dom';

/** What of pointers counts for the window. */
interface Grip {
  middle: Pair;
  distance: number;
}

/** `move` brings what lay under one point under another, so many times as large; it comes before the next frame. */
export function gripping(move: (from: Pair, to: Pair, times: number) => void, signal: AbortSignal) {
  const pointers = new Map<number, Pair>();
  let grip: Grip = { middle: [0, 0], distance: 1 };
  return {
    /** Where each is. */
    pointers,
    /** The window lies under them as they are now. */
    begin() {
      grip = gripOf([...pointers.values()]);
    },
    follow: onFrame(() => {
      if (pointers.size === 0) return;
      const before = grip;
      grip = gripOf([...pointers.values()]);
      move(before.middle, grip.middle, grip.distance / before.distance);
    }, signal),
  };
}

function gripOf([a = [0, 0], b]: readonly Pair[]): Grip {
  if (!b) return { middle: a, distance: 1 };
  const distance = Math.max(1, Math.hypot(a[0] - b[0], a[1] - b[1]));
  return { middle: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], distance };
}
