// Brings panels to life, one a task, so that none is long; those far down the page when they come near, or are asked for.

import { macrotask } from '../engine/macrotask';
import { find } from '../ui/dom';
import type { Mount, Panel, PanelContext } from './feature';
import { replayed } from './replayed';

/** Panels are fetched when they are this close to the window. */
const NEAR = '600px';

export async function mountPanels(panels: readonly Panel[], context: PanelContext, signal: AbortSignal) {
  const lazy = panels.filter((panel) => 'load' in panel).map(({ root }) => find(HTMLElement, root));
  for (const panel of panels) {
    await macrotask();
    if (signal.aborted) return;
    const root = find(HTMLElement, panel.root);
    if ('mount' in panel) panel.mount(root, context, signal);
    else mountWhenNear({ root, inner: innerOf(root, lazy), load: panel.load }, context, signal);
  }
}

/** The panels within one: what is done in them is theirs. */
const innerOf = (root: HTMLElement, all: readonly HTMLElement[]) =>
  all.filter((other) => other !== root && root.contains(other));

interface LazyPanel {
  root: HTMLElement;
  inner: readonly HTMLElement[];
  load: () => Promise<{ readonly mount: Mount }>;
}

/** What a person does in it before it is there is done when it is. */
function mountWhenNear({ root, inner, load }: LazyPanel, context: PanelContext, signal: AbortSignal) {
  let wanted = false;
  const actions = replayed(root, inner, signal, () => want());
  const watcher = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) want();
    },
    { rootMargin: NEAR },
  );
  watcher.observe(root);
  signal.addEventListener('abort', () => watcher.disconnect());

  function want() {
    if (wanted) return;
    wanted = true;
    watcher.disconnect();
    load()
      .then(({ mount }) => {
        if (signal.aborted) return;
        mount(root, context, signal);
        actions.replay();
      })
      .catch((error: unknown) => {
        // It is asked for again with the next press.
        wanted = false;
        context.report(error);
      });
  }
}
