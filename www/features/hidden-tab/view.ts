// Training in a tab that is not looked at: its title tells how far it is, and on return the page tells what happened.

import { computed, effect, signal } from '@preact/signals-core';
import type { Ending } from '../../app/run/state';
import type { State } from '../../app/store';
import { find } from '../../ui/dom';
import { text } from '../../ui/text';
import { count } from '../../ui/words';
import { offerNotification } from './notify';

export function showInHiddenTab(state: State) {
  showTitle(state);
  tellOnReturn(state);
  holdAwake(state);
  offerNotification(state);
}

function showTitle(state: State) {
  const title = computed(() => {
    const { hiddenTab, page } = text.value;
    const phase = state.run.phase.value;
    if (phase === 'finished') return hiddenTab.tabFinished(page.title);
    if (phase !== 'running' || !state.run.progress.value) return page.title;
    const { epoch, stepInEpoch, stepsPerEpoch } = state.run.progress.value.position;
    return hiddenTab.tabRunning(epoch, Math.floor((100 * stepInEpoch) / stepsPerEpoch), page.title);
  });
  effect(() => {
    document.title = title.value;
  });
}

/** What a run did that nobody saw. */
interface Unseen {
  steps: number;
  images: number;
  ending: Ending | undefined;
}

function tellOnReturn(state: State) {
  const words = find(HTMLElement, '#away');
  const unseen = signal<Unseen | undefined>(undefined);
  let left: { step: number; images: number } | undefined;
  const now = () => state.run.progress.peek()?.position ?? { step: 0, images: 0 };
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      left = state.run.phase.peek() === 'running' ? now() : undefined;
      unseen.value = undefined;
    } else if (left) {
      const { step, images } = now();
      const ending = state.run.ending.peek();
      unseen.value = { steps: step - left.step, images: images - left.images, ending };
    }
  });
  // What happened then says nothing of another run.
  effect(() => {
    if (state.run.phase.value === 'idle') unseen.value = undefined;
  });
  effect(() => {
    words.hidden = !unseen.value;
    words.textContent = unseen.value ? unseenWords(unseen.value) : '';
  });
}

function unseenWords({ steps, images, ending }: Unseen) {
  const { away, awayFinished } = text.value.hiddenTab;
  const done = away(count(steps), count(images));
  return ending ? `${done} ${awayFinished(text.value.training.endings[ending])}` : done;
}

/** A browser may freeze hidden pages to save power, but none that holds a lock. */
function holdAwake(state: State) {
  const runs = computed(() => state.run.phase.value === 'running');
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
