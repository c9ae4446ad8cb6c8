// A notice that a newer version of the site is here: whoever reads it says when it comes.

import type { Mount } from '../../app/feature';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';

export const mount: Mount = (root, { state, send }, signal) => {
  const words = find(HTMLElement, 'span', root);
  const take = find(HTMLButtonElement, '#newer-take', root);
  take.addEventListener('click', () => send({ do: 'take newer version' }), { signal });
  const later = find(HTMLButtonElement, '#newer-later', root);
  later.addEventListener('click', () => send({ do: 'put off newer version' }), { signal });
  watch(signal, () => {
    const { newerVersion, run, saved, undo } = state;
    // What is gone with another press goes before, in the same place.
    root.hidden = !newerVersion.offered.value || !!saved.offered.value || !!undo.offered.value;
    const { ready, readyWhileRunning, reload, pauseAndReload } = text.value.newerVersion;
    const runs = run.phase.value === 'running';
    words.textContent = root.hidden ? '' : runs ? readyWhileRunning : ready;
    take.textContent = runs ? pauseAndReload : reload;
  });
};
