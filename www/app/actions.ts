// What a person did to an element, to be done again when someone listens.

export interface Action {
  readonly element: HTMLElement;
  readonly type: string;
  readonly bubbles: boolean;
  /** What the element held then, if it is one that holds something. */
  readonly value?: string;
  readonly checked?: boolean;
  /** The key, if it is one; what the browser itself does with it is done. */
  readonly pressed?: KeyboardEventInit;
}

export function actionOf(element: HTMLElement, { type, bubbles }: Event): Action {
  const { value, checked } = element as HTMLInputElement;
  return { element, type, bubbles, value, checked };
}

export function redo({ element, type, bubbles, value, checked, pressed }: Action) {
  if (pressed) {
    element.dispatchEvent(new KeyboardEvent(type, { ...pressed, bubbles, cancelable: true }));
    return;
  }
  if (element instanceof HTMLSelectElement) Object.assign(element, { value });
  // Files that were chosen stay chosen, and nobody else may choose them.
  if (element instanceof HTMLInputElement && element.type !== 'file')
    Object.assign(element, { value, checked });
  if (type === 'click') pressAgain(element);
  else element.dispatchEvent(new Event(type, { bubbles }));
}

/** A press on what opens, ticks or links by itself has done that already. */
function pressAgain(element: HTMLElement) {
  element.closest('button')?.click();
}
