// A figure's stage: it is drawn while it is on the screen or close to it, and at most once a frame.

import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import { onFrame } from '../../ui/dom';
import { theme } from '../../ui/ink';
import { text } from '../../ui/text';

/** Fills a stage with a figure that follows the state. */
export type Figure = (stage: HTMLElement, state: State, send: Send) => void;

/** Runs an effect while the stage can be seen. */
export function whileSeen(stage: HTMLElement, work: () => void) {
  let stop: (() => void) | undefined;
  const watch = (entries: readonly IntersectionObserverEntry[]) => {
    const seen = entries.at(-1)?.isIntersecting;
    if (seen) stop ??= effect(work);
    else stop = void stop?.();
  };
  new IntersectionObserver(watch, { rootMargin: '25%' }).observe(stage);
}

/** Draws what `read` finds in the state, again when that, the language or the theme changes; on paper too. */
export function drawn<View>(stage: HTMLElement, read: () => View, draw: (view: View) => void) {
  let view = read();
  const paint = onFrame(() => draw(view));
  // Before it is seen too, so that its parts have names, and nothing moves when it is.
  draw(view);
  whileSeen(stage, () => {
    text.value;
    theme.value;
    view = read();
    paint();
  });
  addEventListener('beforeprint', () => draw(read()));
}

/** The width of a picture, in pixels of the page. */
export function widthOf(element: Element): ReadonlySignal<number> {
  const width = signal(0);
  new ResizeObserver(([entry]) => {
    width.value = Math.round(entry?.contentRect.width ?? 0);
  }).observe(element);
  return width;
}
