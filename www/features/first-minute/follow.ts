// The first minute: until a person touches anything, a digit draws itself and z goes for a walk.

import { given } from '../../app/async/given';
import { givenWhole } from '../../app/model/whole-model';
import type { Page } from '../../app/page';
import { playsByItself } from '../../app/page/by-itself';
import { shownData } from '../../ui/shown-data';
import { hasThrees } from './threes';

/** So long the page stands still: whoever comes looks about first, and a slow phone has its time for that. */
const STANDS_MS = 3000;

export function playUntilTouched({ state, send, report }: Page) {
  if (!playsByItself(state)) return;
  const touched = firstTouch();
  touched.addEventListener('abort', () => {
    state.page.plays.value = false;
  });
  const play = async () => {
    // The encoder comes last of what the first screen needs.
    await given(state.latent.decoded, touched);
    await givenWhole(state, touched);
    await new Promise((resolve) => setTimeout(resolve, STANDS_MS));
    const { play } = await import('./play');
    // A drawing that was kept is a person's.
    if (touched.aborted || state.input.shown.peek().kind !== 'empty' || !hasThrees(shownData.peek())) return;
    state.page.plays.value = true;
    play(state, send, touched);
  };
  play().catch(report);
}

/** Aborts when a person presses, types or zooms, or the focus comes into the tool. */
function firstTouch(): AbortSignal {
  const touch = new AbortController();
  const { signal } = touch;
  const listen = (target: EventTarget, ...kinds: string[]) => {
    for (const kind of kinds)
      target.addEventListener(kind, () => touch.abort(), { signal, capture: true, passive: true });
  };
  listen(document, 'pointerdown', 'keydown', 'click', 'input');
  for (const tool of document.querySelectorAll('.tool')) listen(tool, 'focusin', 'wheel');
  return signal;
}
