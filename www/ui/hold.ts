// One pointer that holds a thing, and what it does until it lets go.

import { onPointerMoves } from './dom';
import { palmsBeside } from './palm';

export interface Hold {
  start(event: PointerEvent): void;
  move(event: PointerEvent): void;
  end?(): void;
  /** It was a hand that rests beside a pen: as if it had not been. */
  forget?(): void;
  /** The main one, if no others are named. */
  buttons?: readonly number[];
}

export function onHold(
  element: HTMLElement | SVGElement,
  { start, move, end, forget, buttons = [0] }: Hold,
  signal: AbortSignal,
) {
  let held: Pick<PointerEvent, 'pointerId' | 'pointerType'> | undefined;
  const isPalm = palmsBeside(
    element,
    () => {
      if (held?.pointerType !== 'touch') return;
      held = undefined;
      forget?.();
    },
    signal,
  );
  const press = (event: PointerEvent) => {
    if (held || isPalm(event) || !buttons.includes(event.button)) return;
    held = { pointerId: event.pointerId, pointerType: event.pointerType };
    element.setPointerCapture(event.pointerId);
    event.preventDefault();
    start(event);
  };
  const release = ({ pointerId }: PointerEvent) => {
    if (pointerId !== held?.pointerId) return;
    held = undefined;
    end?.();
  };
  element.addEventListener('pointerdown', press as EventListener, { signal });
  onPointerMoves(element, (event) => event.pointerId === held?.pointerId && move(event), signal);
  for (const ended of ['pointerup', 'pointercancel'])
    element.addEventListener(ended, release as EventListener, { signal });
}
