// Switches the lecture mode, in which the page's style leaves the rest out.

import type { Mount } from '../../app/feature';
import { onEscape } from '../../ui/keys';
import { atEnd, watch } from '../../ui/lifetime';
import { leavingNothing } from './return';

export const mount: Mount = (button, { state, send }, signal) => {
  const { on } = state.lecture;
  const leave = () => {
    if (on.peek()) send({ do: 'lecture', on: false });
  };
  button.addEventListener('click', () => send({ do: 'lecture', on: !on.peek() }), { signal });
  onEscape(signal, leave);
  onLinkToHidden(signal, leave);
  const place = leavingNothing(button);
  watch(signal, () => {
    if (on.value) place.keep();
    button.setAttribute('aria-pressed', String(on.value));
    document.documentElement.classList.toggle('lecture', on.value);
    if (on.value) place.enter();
    else place.comeBack();
  });
  atEnd(signal, () => document.documentElement.classList.remove('lecture'));
};

/** A link to what is left out leads there all the same: the browser goes on to it. */
function onLinkToHidden(signal: AbortSignal, leave: () => void) {
  const follow = ({ target }: MouseEvent) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    const goal = link && document.getElementById(link.hash.slice(1));
    if (goal && !goal.checkVisibility()) leave();
  };
  document.addEventListener('click', follow, { signal });
}
