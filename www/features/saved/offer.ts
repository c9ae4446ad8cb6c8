// A notice of the run that a reload or a closed tab cut off.

import type { Mount } from '../../app/feature';
import { runNameWords } from '../../app/run/words';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { count } from '../../ui/words';

export const mount: Mount = (root, { state, send }, signal) => {
  const words = find(HTMLElement, 'span', root);
  const goOn = () => {
    const run = state.saved.offered.peek();
    if (run) send({ do: 'open saved', id: run.id, trains: true });
  };
  find(HTMLButtonElement, '#saved-go-on', root).addEventListener('click', goOn, { signal });
  const leave = () => send({ do: 'leave offered' });
  find(HTMLButtonElement, '#saved-leave', root).addEventListener('click', leave, { signal });
  watch(signal, () => {
    const run = state.saved.offered.value;
    root.hidden = !run;
    words.textContent = run ? text.value.saved.offer(runNameWords(run.name), count(run.position.step)) : '';
  });
  // Who trains something else meanwhile has chosen.
  watch(signal, () => {
    if (state.run.phase.value !== 'idle' && state.saved.offered.peek()) send({ do: 'leave offered' });
  });
};
