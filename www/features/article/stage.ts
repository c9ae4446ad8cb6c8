// A figure's stage: it is drawn while it is on the screen or close to it, and at most once a frame.

import { effect, type ReadonlySignal, signal as signalOf } from '@preact/signals-core';
import type { Mount, PanelContext } from '../../app/feature';
import { make, onFrame } from '../../ui/dom';
import { theme } from '../../ui/ink';
import { atEnd, onResize, watch } from '../../ui/lifetime';
import { text } from '../../ui/text';

/** Fills a stage with a figure that follows the state. */
export type Figure = Mount;

/** Runs an effect while the stage can be seen; what it returns is done before it runs again, and in the end. */
export function whileSeen(signal: AbortSignal, stage: HTMLElement, work: Parameters<typeof effect>[0]) {
  let stop: (() => void) | undefined;
  const look = (seen: boolean | undefined) => {
    if (seen) stop ??= effect(work);
    else stop = void stop?.();
  };
  const observer = new IntersectionObserver((entries) => look(entries.at(-1)?.isIntersecting), {
    rootMargin: '25%',
  });
  observer.observe(stage);
  atEnd(signal, () => {
    observer.disconnect();
    look(false);
  });
}

/** Puts a copy of the model to this use, only for those who read here. */
const useWhileSeen = (
  signal: AbortSignal,
  stage: HTMLElement,
  use: string,
  { send }: Pick<PanelContext, 'send'>,
) =>
  whileSeen(signal, stage, () => {
    send({ do: 'open use', use, by: 'article', open: true });
    return () => send({ do: 'open use', use, by: 'article', open: false });
  });

/** Pictures over a line of words on a stage, and the use that they are made by, put to work while they are seen. */
export function picturesOf(use: string, stage: HTMLElement, context: PanelContext, signal: AbortSignal) {
  const pictures = make('div', 'tries');
  const reading = make('p', 'reading');
  stage.append(pictures, reading);
  useWhileSeen(signal, stage, use, context);
  return { pictures, reading };
}

/** Runs an effect until it says that it is done. */
export function untilDone(signal: AbortSignal, work: () => boolean) {
  const done = new AbortController();
  watch(AbortSignal.any([signal, done.signal]), () => {
    if (work()) queueMicrotask(() => done.abort());
  });
}

/** Draws what `read` finds in the state, again when that, the language or the theme changes; on paper too. */
export function drawn<View>(
  signal: AbortSignal,
  stage: HTMLElement,
  read: () => View,
  draw: (view: View) => void,
) {
  // No longer than until it is drawn: out of sight it would hold models that are gone.
  let next: { view: View } | undefined;
  const paint = onFrame(() => {
    if (next) draw(next.view);
    next = undefined;
  }, signal);
  // Before it is seen too, so that its parts have names, and nothing moves when it is.
  draw(read());
  whileSeen(signal, stage, () => {
    text.value;
    theme.value;
    next = { view: read() };
    paint();
  });
  addEventListener('beforeprint', () => draw(read()), { signal });
}

/** The width of a picture, in pixels of the page. */
export function widthOf(signal: AbortSignal, element: Element): ReadonlySignal<number> {
  const width = signalOf(0);
  onResize(signal, element, ({ contentRect }) => {
    width.value = Math.round(contentRect.width);
  });
  return width;
}
