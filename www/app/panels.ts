// Brings panels to life, one a task, so that none is long; those far down the page when they come near, are asked for, or
// nothing else is to be done; those for a kind of data with each model of that kind.

import { computed, untracked } from '@preact/signals-core';
import { macrotask } from '../engine/macrotask';
import { find } from '../ui/dom';
import { watch } from '../ui/lifetime';
import { shownData } from '../ui/shown-data';
import { given } from './async/given';
import { whenIdle } from './async/idle';
import { part } from './async/part';
import { doEarly } from './early';
import type { Mount, Panel, PanelContext, Suits } from './feature';
import { givenWhole } from './model/whole-model';
import { playsByItself } from './page/by-itself';
import { replayed } from './replayed';

/** Panels are fetched when they are this close to the window. */
const NEAR = '600px';

export async function mountPanels(panels: readonly Panel[], context: PanelContext, signal: AbortSignal) {
  const lazy = panels.filter((panel) => 'load' in panel).map(({ root }) => find(HTMLElement, root));
  for (const panel of panels) {
    await macrotask();
    if (signal.aborted) return;
    const root = find(HTMLElement, panel.root);
    const mount = 'mount' in panel ? panel.mount : whenNear(innerOf(root, lazy), panel.load);
    try {
      if (panel.suits) whileItSuits(panel.suits, root, mount, context, signal);
      else mount(root, context, signal);
    } catch (error) {
      // The others live on.
      context.report(error);
    }
  }
  doEarly();
}

/** A panel for data of one kind is there while a model of such data is shown: what it was is gone with the model. */
export function whileItSuits(
  suits: Suits,
  root: HTMLElement,
  mount: Mount,
  context: PanelContext,
  signal: AbortSignal,
) {
  const wanted = computed(() => suits(shownData.value));
  let shown: AbortController | undefined;
  watch(signal, () => {
    shown?.abort();
    shown = undefined;
    root.hidden = !wanted.value;
    if (!wanted.value) return;
    const own = new AbortController();
    shown = own;
    untracked(() => mount(root, context, AbortSignal.any([signal, own.signal])));
  });
}

/** The panels within one: what is done in them is theirs. */
const innerOf = (root: HTMLElement, all: readonly HTMLElement[]) =>
  all.filter((other) => other !== root && root.contains(other));

/** What can wait is there in the end: to be found, printed, and in step with the rest. */
const AFTER_MS = 2000;
/** A page that plays by itself first shows what it does. */
const AFTER_PLAY_MS = 15_000;

/** What is folded waits until it is unfolded: none of it can be seen. */
function atLeisure(root: HTMLElement, plays: boolean, work: () => void, signal: AbortSignal) {
  if (root.closest('details:not([open])')) return;
  const wait = setTimeout(() => whenIdle(work, signal), plays ? AFTER_PLAY_MS : AFTER_MS);
  signal.addEventListener('abort', () => clearTimeout(wait), { once: true });
}

/** Fetched when near, but not before the first image is there; what a person does in it meanwhile is done when it is. */
function whenNear(inner: readonly HTMLElement[], load: () => Promise<{ readonly mount: Mount }>): Mount {
  return (root, context, signal) => {
    let wanted = false;
    const actions = replayed(root, inner, signal, () => want());
    const watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) want();
      },
      { rootMargin: NEAR },
    );
    given(context.state.latent.decoded, signal).then(() => {
      if (wanted || signal.aborted) return;
      watcher.observe(root);
    });
    // The encoder comes first: what has been drawn waits for it.
    givenWhole(context.state, signal).then(() => {
      if (wanted || signal.aborted) return;
      atLeisure(root, playsByItself(context.state), want, signal);
    });
    signal.addEventListener('abort', () => watcher.disconnect());

    function want() {
      if (wanted) return;
      wanted = true;
      watcher.disconnect();
      part(load())
        .then(async ({ mount }) => {
          // Its script has just run, or that of another too.
          await macrotask();
          if (signal.aborted) return;
          mount(root, context, signal);
          actions.replay();
        })
        .catch((error: unknown) => {
          // It is asked for again with the next press.
          wanted = false;
          actions.release();
          context.report(error, want);
        });
    }
  };
}
