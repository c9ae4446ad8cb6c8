// A notice of the run that the page had before a reload, or before it was closed.

import type { Mount } from '../../app/feature';
import { canGoOn } from '../../app/run/state';
import { runNameWords } from '../../app/run/words';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { count } from '../../ui/words';
import type { SavedRun } from './state';

export const mount: Mount = (root, { state, send }, signal) => {
  const words = find(HTMLElement, 'span', root);
  const goOn = () => {
    const run = state.saved.offered.peek();
    if (run) send({ do: 'open saved', id: run.id, trains: goesOn(run) });
  };
  const open = find(HTMLButtonElement, '#saved-go-on', root);
  open.addEventListener('click', goOn, { signal });
  const leave = () => send({ do: 'leave offered' });
  find(HTMLButtonElement, '#saved-leave', root).addEventListener('click', leave, { signal });
  watch(signal, () => {
    const run = state.saved.offered.value;
    root.hidden = !run;
    if (!run) return;
    const { offer, offerEnded, offerModel, goOn, open: look } = text.value.saved;
    const say = isModelAlone(run) ? offerModel : hasEnded(run) ? offerEnded : offer;
    words.textContent = say(runNameWords(run.name), count(run.position.step));
    open.textContent = goesOn(run) ? goOn : look;
  });
  // Who trains something else meanwhile has chosen.
  watch(signal, () => {
    if (state.run.phase.value !== 'idle' && state.saved.offered.peek()) send({ do: 'leave offered' });
  });
};

/** One that was brought in, and has made no step here. */
const isModelAlone = ({ position }: SavedRun) => position.step === 0;

/** What has no step left to make does not go on. */
const hasEnded = ({ ending }: SavedRun) => ending !== undefined && !canGoOn(ending);

const goesOn = (run: SavedRun) => !isModelAlone(run) && !hasEnded(run);
