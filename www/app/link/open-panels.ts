// Which panels are open, where that is not as at first: by the ids of their elements.

import type { State } from '../store';

/** What comes with a part that is fetched later is not there to be opened when an address is read. */
export const panels = () => [
  ...document.querySelectorAll<HTMLDetailsElement>('details[id]:not(.map-menu, .comes-later)'),
];

/** Those that are open as the page comes. */
const AT_FIRST: ReadonlySet<string> = new Set(['terms']);

export function followPanels({ page }: State) {
  const look = () => {
    const turned = panels().filter(({ id, open }) => open !== AT_FIRST.has(id));
    const open = turned.map(({ id, open }) => (open ? id : `-${id}`));
    if (open.join() !== page.open.peek().join()) page.open.value = open;
  };
  // It does not bubble.
  document.addEventListener('toggle', look, { capture: true });
}

/** Which are to be open, by what the address says; those that it does not name are as at first. */
export function openPanels(turned: readonly string[]) {
  const wanted = new Map(turned.map((name) => [name.replace(/^-/, ''), !name.startsWith('-')]));
  for (const panel of panels()) panel.open = wanted.get(panel.id) ?? AT_FIRST.has(panel.id);
}
