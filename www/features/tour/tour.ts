// The tour: a box beside each of five elements in turn. The page can be used meanwhile, and the tour be left at any step.

import { signal as signalOf } from '@preact/signals-core';
import { make, onFrame } from '../../ui/dom';
import { addKey, onEscape } from '../../ui/keys';
import { atEnd, watch } from '../../ui/lifetime';
import { shownData } from '../../ui/shown-data';
import { prefersStillness } from '../../ui/stillness';
import { text } from '../../ui/text';
import { placeBeside } from './place';
import { kindOf, STEPS } from './steps';

/** It stands after the button in the order of reading; `leave` aborts the signal. */
export function showTour(button: HTMLElement, leave: () => void, signal: AbortSignal) {
  const box = makeBox();
  const at = signalOf(0);
  const go = (by: number) => {
    const next = at.peek() + by;
    if (next >= STEPS.length) leave();
    else at.value = Math.max(0, next);
  };
  atEnd(signal, () => {
    if (box.root.contains(document.activeElement)) button.focus();
  });
  button.after(box.root);
  // Above all else; where the browser knows no popovers, above most.
  box.root.popover = 'manual';
  box.root.showPopover?.();
  atEnd(signal, () => box.root.remove());
  box.back.addEventListener('click', () => go(-1), { signal });
  box.next.addEventListener('click', () => go(1), { signal });
  box.leave.addEventListener('click', leave, { signal });
  onEscape(signal, leave);
  addKey(signal, {
    keys: ['ArrowLeft', 'ArrowRight'],
    shown: '← →',
    words: () => text.value.tour.stepKeys,
    on: { element: box.root, words: () => text.value.tour.title },
    press: ({ key }) => go(key === 'ArrowRight' ? 1 : -1),
  });
  watch(signal, () => sayStep(box, at.value));
  watch(signal, () => pointAt(box.root, at.value));
  box.root.focus({ preventScroll: true });
}

type Box = ReturnType<typeof makeBox>;

function makeBox() {
  const button = () => Object.assign(make('button', ''), { type: 'button' });
  const [count, words] = [make('p', 'count'), make('p', 'words')];
  const [back, next, leave] = [button(), button(), button()];
  const root = make('div', 'tour-box', count, words, make('div', 'buttons', back, next, leave));
  words.id = 'tour-words';
  count.id = 'tour-count';
  root.role = 'dialog';
  root.tabIndex = -1;
  root.setAttribute('aria-describedby', 'tour-count tour-words');
  words.ariaLive = 'polite';
  return { root, count, words, back, next, leave };
}

function sayStep({ root, count, words, back, next, leave }: Box, step: number) {
  const strings = text.value.tour;
  const isLast = step === STEPS.length - 1;
  root.ariaLabel = strings.title;
  count.textContent = strings.count(step + 1, STEPS.length);
  const said = { ...strings.steps, ...strings.stepsOf[shownData.value.kind] };
  words.textContent = said[STEPS[step]?.name ?? 'more'];
  back.textContent = strings.back;
  back.disabled = step === 0;
  next.textContent = isLast ? strings.done : strings.next;
  leave.textContent = strings.leave;
  leave.hidden = isLast;
}

/** Until the next step, or the tour's end. */
function pointAt(box: HTMLElement, step: number) {
  const place = STEPS[step]?.at[kindOf(shownData.value)];
  const target = document.querySelector<HTMLElement>(place ?? 'main');
  if (!target) return undefined;
  const shown = new AbortController();
  const stand = onFrame(() => placeBeside(box, target), shown.signal);
  target.classList.add('toured');
  bringIntoView(target, box);
  for (const kind of ['scroll', 'resize'])
    addEventListener(kind, stand, { signal: shown.signal, capture: true, passive: true });
  stand();
  return () => {
    target.classList.remove('toured');
    shown.abort();
  };
}

/** With room for the box below. */
function bringIntoView(target: HTMLElement, box: HTMLElement) {
  const { top, bottom } = target.getBoundingClientRect();
  if (top >= 0 && bottom + box.offsetHeight < innerHeight) return;
  target.scrollIntoView({ block: 'start', behavior: prefersStillness() ? 'instant' : 'smooth' });
}
