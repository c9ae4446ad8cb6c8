// What part of the window is seen: below the bar that stays.

import { prefersStillness } from './stillness';

interface Stretch {
  from: number;
  to: number;
}

/** In pixels from the window's top; what is gone to stands below the bar. */
export const seen = (): Stretch => ({
  from: Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0,
  to: innerHeight,
});

/** Pixels between a menu and its name, and to the window's edge. */
const GAP = 10;

/** Where a menu of such a height opens beside its name, and how high it may be there. */
export function sideOf(name: { top: number; bottom: number }, height: number, { from, to }: Stretch) {
  const above = Math.max(0, name.top - from - GAP);
  const below = Math.max(0, to - name.bottom - GAP);
  const side = height > below && above > below ? ('above' as const) : ('below' as const);
  return { side, height: Math.floor(side === 'above' ? above : below) };
}

/** How far the page is to scroll, in pixels downwards, for a stretch of it to be seen; its top where it is longer. */
export function scrollFor({ from, to }: Stretch, seen: Stretch): number {
  if (from < seen.from || to - from > seen.to - seen.from) return from - seen.from;
  return Math.max(0, to - seen.to);
}

export function bringIntoView(element: Element) {
  const { top, bottom } = element.getBoundingClientRect();
  const down = scrollFor({ from: top, to: bottom }, seen());
  if (down !== 0) scrollBy({ top: down, behavior: prefersStillness() ? 'instant' : 'smooth' });
}
