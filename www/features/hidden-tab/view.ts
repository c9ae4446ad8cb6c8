// Training in a tab that is not looked at: its title tells how far it is, and on return the page tells what happened.

import { computed, signal as signalOf } from '@preact/signals-core';
import type { Mount } from '../../app/feature';
import type { Ending } from '../../app/run/state';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { count, sentences } from '../../ui/words';
import { offerNotification } from './notify';

export const mount: Mount = (root, context, signal) => {
  for (const show of [showTitle, tellOnReturn, holdAwake, offerNotification]) show(root, context, signal);
};

const showTitle: Mount = (_root, { state }, signal) => {
  const title = computed(() => {
    const { hiddenTab, page } = text.value;
    const phase = state.run.phase.value;
    if (phase === 'finished') return hiddenTab.tabFinished(page.title);
    if (phase !== 'running' || !state.run.progress.value) return page.title;
    const { epoch, stepInEpoch, stepsPerEpoch } = state.run.progress.value.position;
    return hiddenTab.tabRunning(epoch, Math.floor((100 * stepInEpoch) / stepsPerEpoch), page.title);
  });
  watch(signal, () => {
    document.title = title.value;
  });
};

/** What a run did that nobody saw. */
interface Unseen {
  steps: number;
  images: number;
  ending: Ending | undefined;
}

const tellOnReturn: Mount = (root, { state }, signal) => {
  const words = find(HTMLElement, '#away', root);
  const unseen = signalOf<Unseen | undefined>(undefined);
  let left: { step: number; images: number } | undefined;
  const now = () => state.run.progress.peek()?.position ?? { step: 0, images: 0 };
  const turn = () => {
    if (document.hidden) {
      left = state.run.phase.peek() === 'running' ? now() : undefined;
      unseen.value = undefined;
    } else if (left) {
      const { step, images } = now();
      const ending = state.run.ending.peek();
      unseen.value = { steps: step - left.step, images: images - left.images, ending };
    }
  };
  document.addEventListener('visibilitychange', turn, { signal });
  // What happened then says nothing of another run.
  watch(signal, () => {
    if (state.run.phase.value === 'idle') unseen.value = undefined;
  });
  watch(signal, () => {
    words.hidden = !unseen.value;
    words.textContent = unseen.value ? unseenWords(unseen.value) : '';
  });
};

function unseenWords({ steps, images, ending }: Unseen) {
  const { away, awayFinished } = text.value.hiddenTab;
  const done = away(count(steps), count(images));
  return sentences(done, ending && awayFinished(text.value.training.endings[ending]));
}

/** A browser may freeze hidden pages to save power, but none that holds a lock. */
const holdAwake: Mount = (_root, { state, report }, signal) => {
  const runs = computed(() => state.run.phase.value === 'running');
  watch(signal, () => {
    if (!runs.value || !navigator.locks) return undefined;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    navigator.locks.request(`training ${performance.timeOrigin}`, () => held).catch(report);
    return () => release();
  });
};
