import { wasEarly } from './early';

/** Tells whether nobody has pressed or typed anything since the page was painted. */
export function untouched() {
  let touched = wasEarly();
  // The page plays by itself at first: its own events are nobody's.
  const touch = ({ isTrusted }: Event) => {
    touched ||= isTrusted;
  };
  for (const kind of ['pointerdown', 'keydown', 'input', 'change'])
    addEventListener(kind, touch, { capture: true, passive: true });
  return () => !touched;
}
