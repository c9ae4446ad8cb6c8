// A 3 as a hand draws it, in one stroke; slanted, since the opening model gives such a one back crisply.

import type { Trace } from '../../app/input/state';
import { eased } from './eased';

type Point = readonly [number, number];

/** In units of the pad, 280 to a side. */
const THREE: Trace = [
  [111, 76],
  [133, 58],
  [162, 48],
  [188, 52],
  [203, 70],
  [198, 94],
  [175, 116],
  [147, 130],
  [125, 136],
  [152, 140],
  [173, 156],
  [177, 182],
  [161, 210],
  [131, 230],
  [100, 234],
  [76, 226],
  [66, 208],
];

/** The strokes as they are at `t` of the time, from 0 to 1. */
export function drawnUntil(t: number): readonly Trace[] {
  const ahead = eased(Math.min(1, t)) * length(THREE);
  const drawn: Point[] = [];
  let passed = 0;
  for (const [index, point] of THREE.entries()) {
    const before = THREE[index - 1] ?? point;
    const step = Math.hypot(point[0] - before[0], point[1] - before[1]);
    if (passed + step > ahead) {
      const part = (ahead - passed) / step;
      drawn.push([before[0] + part * (point[0] - before[0]), before[1] + part * (point[1] - before[1])]);
      break;
    }
    drawn.push(point);
    passed += step;
  }
  return [drawn];
}

const length = (trace: Trace) =>
  trace.reduce((sum, point, index) => {
    const before = trace[index - 1] ?? point;
    return sum + Math.hypot(point[0] - before[0], point[1] - before[1]);
  }, 0);
