// A step that takes seconds shows that it goes on: how long it takes, and how long it has taken so far.

import { computed } from '@preact/signals-core';
import type { Mount } from '../../app/feature';
import type { ReadonlyState } from '../../app/store';
import { find } from '../../ui/dom';
import { atEnd, watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { count, durationWords, sentences } from '../../ui/words';

/** Seconds without news after which it shows; and how often it counts. */
const LONG = 0.8;
const TICK_MS = 250;

export const mount: Mount = (root, { state }, signal) => {
  const words = find(HTMLElement, 'p', root);
  const bar = find(HTMLProgressElement, 'progress', root);
  const { run } = state;
  const goes = computed(
    () => run.phase.value === 'starting' || run.phase.value === 'running' || run.ends.value,
  );
  let since = performance.now();
  let ticking: ReturnType<typeof setInterval> | undefined;
  const show = () => {
    const so = (performance.now() - since) / 1000;
    const seconds = run.phase.peek() === 'starting' ? undefined : secondsOfStep(state);
    root.hidden = !goes.peek() || (so < LONG && !(seconds && seconds > LONG));
    if (root.hidden) return;
    words.textContent = wordsOf(state, seconds, so);
    bar.hidden = seconds === undefined;
    bar.value = Math.min(1, so / (seconds ?? 1));
  };
  const stop = () => {
    clearInterval(ticking);
    ticking = undefined;
  };
  watch(signal, () => {
    // News of the run: what comes next is counted from here.
    run.progress.value;
    run.loading.value;
    run.test.value;
    run.epochTest.value;
    run.stepSeconds.value;
    run.phase.value;
    since = performance.now();
    if (goes.value) ticking ??= setInterval(show, TICK_MS);
    else stop();
    show();
  });
  atEnd(signal, stop);
};

/** By how fast it trains, or as the trainer has guessed before the first step. */
function secondsOfStep({ run }: ReadonlyState): number | undefined {
  const speed = run.progress.peek()?.imagesPerSecond;
  const batch = run.config.peek()?.train.batchSize;
  return speed && batch ? batch / speed : run.stepSeconds.peek();
}

export function wordsOf({ run }: ReadonlyState, seconds: number | undefined, so: number): string {
  const words = text.value.longStep;
  const sofar = durationWords(so);
  if (run.phase.peek() === 'starting') return words.starts(sofar);
  const images = count(run.config.peek()?.train.batchSize ?? 0);
  const step =
    seconds === undefined ? words.unknown(images, sofar) : words.step(images, durationWords(seconds), sofar);
  return sentences(run.phase.peek() === 'running' ? undefined : words.ends, step);
}
