// Training in a tab that is not looked at: its title tells how far it is, and on return the page tells what happened.

import { computed, effect } from '@preact/signals-core';
import type { State } from '../store';
import { text } from '../text';
import { find } from './dom';
import { offerNotification } from './notify';
import { count } from './words';

export function showInHiddenTab(state: State) {
  showTitle(state);
  tellOnReturn(state);
  holdAwake(state);
  offerNotification(state);
}

function showTitle(state: State) {
  const title = computed(() => {
    const { page, training } = text.value;
    const phase = state.phase.value;
    if (phase === 'finished') return training.tabFinished(page.title);
    if (phase !== 'running' || !state.progress.value) return page.title;
    const { epoch, stepInEpoch, stepsPerEpoch } = state.progress.value.position;
    return training.tabRunning(epoch, Math.floor((100 * stepInEpoch) / stepsPerEpoch), page.title);
  });
  effect(() => {
    document.title = title.value;
  });
}

function tellOnReturn(state: State) {
  const words = find(HTMLElement, '#away');
  let left: { step: number; images: number } | undefined;
  const now = () => state.progress.peek()?.position ?? { step: 0, images: 0 };
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      left = state.phase.peek() === 'running' ? now() : undefined;
      words.hidden = true;
      return;
    }
    if (!left) return;
    const { step, images } = now();
    const { away, awayFinished, endings } = text.peek().training;
    const ending = state.ending.peek();
    const done = away(count(step - left.step), count(images - left.images));
    words.hidden = false;
    words.textContent = ending ? `${done} ${awayFinished(endings[ending])}` : done;
  });
  // What happened then says nothing of another run.
  effect(() => {
    if (state.phase.value === 'idle') words.hidden = true;
  });
}

/** A browser may freeze hidden pages to save power, but none that holds a lock. */
function holdAwake(state: State) {
  const runs = computed(() => state.phase.value === 'running');
  effect(() => {
    if (!runs.value || !navigator.locks) return undefined;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    void navigator.locks.request(`training ${performance.timeOrigin}`, () => held);
    return () => release();
  });
}
