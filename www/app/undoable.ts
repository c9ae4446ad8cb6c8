// What can be undone and done again.

export interface Undoable<T> {
  past: readonly T[];
  present: T;
  future: readonly T[];
}

/** Steps that can be taken back. */
const DEPTH = 100;

export const untouched = <T>(present: T): Undoable<T> => ({ past: [], present, future: [] });

export const record = <T>({ past, present }: Undoable<T>, next: T): Undoable<T> => ({
  past: [...past, present].slice(-DEPTH),
  present: next,
  future: [],
});

export function undo<T>(history: Undoable<T>): Undoable<T> {
  const { past, present, future } = history;
  const [before] = past.slice(-1);
  if (before === undefined) return history;
  return { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

export function redo<T>(history: Undoable<T>): Undoable<T> {
  const { past, present, future } = history;
  const [after, ...rest] = future;
  if (after === undefined) return history;
  return { past: [...past, present], present: after, future: rest };
}
