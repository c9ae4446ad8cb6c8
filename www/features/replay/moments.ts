// Which snapshots of a run are kept, so that its history can be replayed in bounded memory.

const MOST = 60;
/** Fewer would be no history. */
const FEWEST = 4;
const BUDGET = 48 * 2 ** 20;

/** How many snapshots of `bytes` each are kept: none of a model that is too large. */
export function room(bytes: number): number {
  const most = Math.min(MOST, Math.floor(BUDGET / bytes));
  return most < FEWEST ? 0 : most;
}

/** A map forms in its first hundreds of steps, and then ever more slowly: time as its cube root tells it. */
const pace = (step: number) => Math.cbrt(step);

/** Whether a snapshot at `step` is worth keeping beside those at `steps`, which ascend. */
export function isDue(steps: readonly number[], step: number, most: number): boolean {
  const last = steps.at(-1);
  if (most === 0) return false;
  if (last === undefined) return true;
  return step > last && pace(step) - pace(last) >= pace(step) / most;
}

/** At most `most` of them: the ends stay, and of the others those go that leave the smallest gaps. */
export function thinned<Moment extends { step: number }>(
  moments: readonly Moment[],
  most: number,
): readonly Moment[] {
  const kept = [...moments];
  while (kept.length > most) {
    const gaps = kept.slice(1, -1).map((_, index) => gapWithout(kept, index + 1));
    kept.splice(gaps.indexOf(Math.min(...gaps)) + 1, 1);
  }
  return kept;
}

function gapWithout(moments: readonly { step: number }[], index: number): number {
  const before = moments[index - 1]?.step ?? 0;
  const after = moments[index + 1]?.step ?? 0;
  return pace(after) - pace(before);
}
