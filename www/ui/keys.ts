// The keys that act wherever the focus is, but not where one types. One entry is both the handler and its line in the list.
// A button needs no entry: it names its key in the markup, by aria-keyshortcuts, and the key presses it. Keys with Control
// are listed likewise, but handled where they mean something.

import { signal } from '@preact/signals-core';
import { atEnd } from './lifetime';
import { keep, kept } from './remember';

export interface Key {
  /** Any of these, as KeyboardEvent.key has them. */
  keys: readonly string[];
  /** How the list shows them, where that is shorter. */
  shown?: string;
  words(): string;
  press(event: KeyboardEvent): void;
  /** The element that needs the focus, and what the list calls it; without, it works everywhere. */
  on?: { element: HTMLElement; words(): string };
}

/** Keys of one character can be switched off: speech input types them by accident. */
export const keysWork = signal(kept('keys') !== 'off');

export function letKeysWork(work: boolean) {
  keysWork.value = work;
  keep('keys', work ? 'on' : 'off');
}

const added = new Set<Key>();

/** Adds it until the signal aborts. */
export function addKey(signal: AbortSignal, key: Key) {
  added.add(key);
  atEnd(signal, () => added.delete(key));
  const press = (event: KeyboardEvent) => {
    if (!isPlain(event) || !key.keys.includes(event.key)) return;
    event.preventDefault();
    key.press(event);
  };
  key.on?.element.addEventListener('keydown', press, { signal });
}

export const allKeys = (): Key[] => [...keysOfButtons(), ...added];

function keysOfButtons(): Key[] {
  const buttons = document.querySelectorAll<HTMLButtonElement>('button[aria-keyshortcuts]');
  return grouped([...buttons], (button) => button.getAttribute('aria-keyshortcuts') ?? '').map(
    ([key, those]) => ({
      keys: [key],
      words: () => those.map((button) => button.ariaLabel ?? button.textContent).join(' / '),
      press: () => those.find((button) => !button.disabled && button.checkVisibility())?.click(),
    }),
  );
}

export function grouped<Item>(items: readonly Item[], groupOf: (item: Item) => string): [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(groupOf(item), [...(groups.get(groupOf(item)) ?? []), item]);
  return [...groups];
}

export function listenToKeys(signal: AbortSignal) {
  const hear = (event: KeyboardEvent) => {
    if (event.defaultPrevented || !isPlain(event) || takesText(event.target)) return;
    if (document.querySelector('dialog[open]') || !(keysWork.value || event.key === '?')) return;
    const pressed = nameOf(event);
    const key = allKeys().find(({ keys, on }) => !on && keys.includes(pressed));
    if (!key) return;
    event.preventDefault();
    key.press(event);
  };
  document.addEventListener('keydown', hear, { signal });
}

/** Escape leaves what a button switched on, wherever the focus is; an open menu or dialog is left first. */
export function onEscape(signal: AbortSignal, leave: () => void) {
  const hear = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    leave();
  };
  document.addEventListener('keydown', hear, { signal });
}

/** With Caps Lock a letter is the same key. */
export const nameOf = ({ key }: KeyboardEvent) => (key.length === 1 ? key.toLowerCase() : key);

const isPlain = ({ ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent) =>
  !ctrlKey && !metaKey && !altKey && !isComposing;

/** A select takes letters too, to find an option; what is pressed or slid takes none. */
const takesText = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type="range"], [type="checkbox"], [type="radio"])'));
