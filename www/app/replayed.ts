// What a person does in a panel that is not there yet: kept, and done when it is.

const KINDS = ['click', 'input', 'change', 'toggle'] as const;

interface Action {
  element: HTMLElement;
  event: Event;
  /** What the element held then. */
  held: { value?: string; checked?: boolean };
}

/**
 * Keeps what is done in `root`, but not in the elements within it that look after themselves, and calls `first` when there is
 * something, until it is replayed or the signal aborts.
 */
export function replayed(
  root: HTMLElement,
  inner: readonly HTMLElement[],
  signal: AbortSignal,
  first: () => void,
) {
  const actions: Action[] = [];
  const over = new AbortController();
  signal.addEventListener('abort', () => over.abort(), { once: true });
  for (const kind of KINDS)
    root.addEventListener(
      kind,
      (event) => {
        const { target } = event;
        if (!(target instanceof HTMLElement) || inner.some((panel) => panel.contains(target))) return;
        actions.push({ element: target, event, held: heldBy(target) });
        first();
      },
      { capture: true, signal: over.signal },
    );
  root.addEventListener('focusin', first, { signal: over.signal });
  return {
    replay() {
      over.abort();
      for (const { element, event, held } of actions) {
        Object.assign(element, held);
        if (event.type === 'click') pressAgain(element);
        else element.dispatchEvent(new Event(event.type, { bubbles: event.bubbles }));
      }
    },
  };
}

const heldBy = (element: HTMLElement) =>
  element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type)
    ? { checked: element.checked }
    : element instanceof HTMLInputElement || element instanceof HTMLSelectElement
      ? { value: element.value }
      : {};

/** A press on what opens, ticks or links by itself has done that already. */
function pressAgain(element: HTMLElement) {
  const button = element.closest('button');
  if (button) button.click();
}
