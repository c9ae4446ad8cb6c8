/** The element of the page that a view works on. A missing one is a mistake in the markup. */
export function find<Kind extends Element>(
  kind: abstract new (...args: never) => Kind,
  selector: string,
  root: ParentNode = document,
): Kind {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`Expected ${kind.name} at “${selector}” in the page.`);
}

/** A new element with text or children in it. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...content);
  return element;
}

/** Whether what was typed in a field was refused, in the words of the element of this id. */
export function tellInvalid(field: HTMLInputElement, words: string, invalid: boolean) {
  field.setAttribute('aria-invalid', String(invalid));
  if (invalid) field.setAttribute('aria-describedby', words);
  else field.removeAttribute('aria-describedby');
}

export function option(value: string, name: string): HTMLOptionElement {
  const element = make('option', '', name);
  element.value = value;
  return element;
}

/** Words that follow the pointer: their text node stays, so that no more than their own box is laid out anew. */
export function rewrite(element: Element, words: string) {
  const only = element.firstChild;
  if (only instanceof Text && only === element.lastChild) only.data = words;
  else element.textContent = words;
}

const asked = new Map<() => void, AbortSignal>();

/** Runs `work` before the next frame, once, however often it is asked to, until the signal aborts. */
export function onFrame(work: () => void, signal: AbortSignal): () => void {
  return () => {
    // One request for all: a browser takes its time for each.
    if (asked.size === 0) requestAnimationFrame(workAsked);
    asked.set(work, signal);
  };
}

/** What that asks for is for the frame after. */
function workAsked() {
  const works = [...asked];
  asked.clear();
  for (const [work, signal] of works) attempt(work, signal);
}

/** Runs at once what waits for a frame, and what that asks for. */
export function workNow() {
  for (const [work, signal] of asked) attempt(work, signal);
  asked.clear();
}

/** One that fails leaves the others theirs. */
function attempt(work: () => void, signal: AbortSignal) {
  try {
    if (!signal.aborted) work();
  } catch (error) {
    reportError(error);
  }
}

/** Words that follow a hand come no faster: nobody reads them at each frame, and each change of them is painted anew. */
const READ_MS = 100;

/** As `onFrame`, for words: at the next frame where they have stood for a while, else when they have been read. */
export function onRead(work: () => void, signal: AbortSignal): () => void {
  const draw = onFrame(work, signal);
  let drawn = Number.NEGATIVE_INFINITY;
  let waits: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(waits), { once: true });
  const go = () => {
    waits = undefined;
    drawn = performance.now();
    draw();
  };
  return () => {
    if (waits !== undefined || signal.aborted) return;
    const left = drawn + READ_MS - performance.now();
    if (left <= 0) go();
    else waits = setTimeout(go, left);
  };
}

const LATER_MS = 400;

/** Runs `work` a moment after it was asked to, once, however often it is asked meanwhile: no frame of a drag waits for it. */
export function later(work: () => void, signal: AbortSignal): () => void {
  let waits: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(waits), { once: true });
  return () => {
    if (waits !== undefined || signal.aborted) return;
    waits = setTimeout(() => {
      waits = undefined;
      work();
    }, LATER_MS);
  };
}

/** Moves as they happen, where the browser offers them: the answer comes before the frame that shows the move. */
export function onPointerMoves(
  element: HTMLElement | SVGElement,
  move: (event: PointerEvent) => void,
  signal: AbortSignal,
) {
  const moved = 'onpointerrawupdate' in element ? 'pointerrawupdate' : 'pointermove';
  const hear = (event: Event) => {
    if (event instanceof PointerEvent) move(event);
  };
  element.addEventListener(moved, hear, { signal });
}
