// A hand that rests on the screen beside a pen is not meant, whether it came before the pen or after it.

/** Tells whether a press is such a hand's; `forget` undoes what touches have done that a pen finds there. */
export function palmsBeside(element: Element, forget: () => void, signal: AbortSignal) {
  let pen: number | undefined;
  const press = ({ pointerType, pointerId }: PointerEvent) => {
    if (pointerType !== 'pen') return;
    pen = pointerId;
    forget();
  };
  const release = ({ pointerId }: PointerEvent) => {
    if (pointerId === pen) pen = undefined;
  };
  // Before whoever reads the pen.
  const listen = { capture: true, signal };
  element.addEventListener('pointerdown', press as EventListener, listen);
  element.addEventListener('pointerup', release as EventListener, listen);
  element.addEventListener('pointercancel', release as EventListener, listen);
  return ({ pointerType }: PointerEvent) => pointerType === 'touch' && pen !== undefined;
}
