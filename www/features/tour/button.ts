// What opens the tour, and leaves it. The tour is fetched when it is asked for.

import { part } from '../../app/async/part';
import type { Mount } from '../../app/feature';
import { atEnd } from '../../ui/lifetime';

export const mount: Mount = (button, { report }, signal) => {
  let open: AbortController | undefined;
  const leave = () => open?.abort();
  const show = async (mine: AbortController) => {
    const { showTour } = await part(import('./tour'));
    if (mine.signal.aborted) return;
    showTour(button, leave, mine.signal);
    button.setAttribute('aria-expanded', 'true');
    atEnd(mine.signal, () => button.setAttribute('aria-expanded', 'false'));
  };
  const toggle = () => {
    if (open && !open.signal.aborted) return leave();
    open = new AbortController();
    show(open).catch((error: unknown) => {
      leave();
      report(error);
    });
  };
  button.addEventListener('click', toggle, { signal });
  atEnd(signal, leave);
};
