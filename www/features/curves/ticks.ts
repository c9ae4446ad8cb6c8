// Where a logarithmic axis has its ticks.

const STEPS = [1, 2, 5];
const ENOUGH = 3;

/**
 * 1, 2 and 5 of each power of ten; the powers alone where more than `most` would come of it, and evenly spaced round
 * numbers where the range is too narrow for any.
 */
export function logTicks(min: number, max: number, most = 9): number[] {
  if (!(min > 0 && max > min)) return [];
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(min)); power <= Math.log10(max); power++) {
    ticks.push(...STEPS.map((step) => Number(`${step}e${power}`)));
  }
  const inside = ticks.filter((tick) => tick >= min && tick <= max);
  if (inside.length > most) return inside.filter((tick) => Number.isInteger(Math.log10(tick)));
  return inside.length >= ENOUGH ? inside : evenTicks(min, max);
}

function evenTicks(min: number, max: number): number[] {
  const rough = (max - min) / ENOUGH;
  const power = 10 ** Math.floor(Math.log10(rough));
  const gap = power * (STEPS.findLast((step) => step * power <= rough) ?? 1);
  const first = Math.ceil(min / gap);
  const count = Math.floor(max / gap) - first + 1;
  return Array.from({ length: count }, (_, index) => Number(((first + index) * gap).toPrecision(12)));
}
