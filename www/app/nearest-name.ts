// The name that was meant, where one was mistyped.

/** So many letters may be wrong, missing or too many. */
const SLIPS = 2;

/** Undefined where none is near. */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  const slips = (name: string) => distance(typed.toLowerCase(), name.toLowerCase());
  const [nearest] = names.toSorted((one, other) => slips(one) - slips(other));
  return nearest && slips(nearest) <= Math.min(SLIPS, nearest.length / 3) ? nearest : undefined;
}

/** Of Levenshtein: letters to change, to add and to take away. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [at, other] of [...to].entries()) {
      const [changed, added, taken] = [row[at] ?? 0, next[at] ?? 0, row[at + 1] ?? 0];
      next.push(letter === other ? changed : 1 + Math.min(changed, added, taken));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
