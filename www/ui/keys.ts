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
    if (!isPlain(event) || !key.keys.includes(nameOf(event))) return;
    event.preventDefault();
    key.press(event);
  };
  key.on?.element.addEventListener('keydown', press, { signal });
}

export const allKeys = (): Key[] => [...keysOfButtons(), ...added];

function keysOfButtons(): Key[] {
  const buttons = document.querySelectorAll<HTMLButtonElement>('button[aria-keyshortcuts]');
  // A panel is hidden while the model's data are not of its kind; a button by itself is while another one stands for it.
  const offered = [...buttons].filter((button) => !button.parentElement?.closest('[hidden]'));
  return grouped(offered, (button) => button.getAttribute('aria-keyshortcuts') ?? '').map(([key, those]) => ({
    keys: [key],
    words: () => [...new Set(those.map((button) => button.ariaLabel || button.textContent))].join(' / '),
    press: () => those.find((button) => !button.disabled && button.checkVisibility())?.click(),
  }));
}

export function grouped<Item>(items: readonly Item[], groupOf: (item: Item) => string): [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(groupOf(item), [...(groups.get(groupOf(item)) ?? []), item]);
  return [...groups];
}

export function listenToKeys(signal: AbortSignal) {
  const hear = (event: KeyboardEvent) => {
    if (event.defaultPrevented || !isPlain(event) || takesLetters(event.target)) return;
    if (!(keysWork.value || event.key === '?')) return;
    const pressed = nameOf(event);
    const key = allKeys().find(({ keys, on }) => !on && keys.includes(pressed));
    if (!key) return;
    event.preventDefault();
    key.press(event);
  };
  onPage(hear, { signal });
}

/** Escape leaves what a button switched on, wherever the focus is; an open menu or dialog is left first. */
export function onEscape(signal: AbortSignal, leave: () => void) {
  const hear = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) leave();
  };
  onPage(hear, { signal });
}

export interface UndoKeys {
  undo(): void;
  /** Without it, what redoes is left to others. */
  redo?(): void;
  /** Whether there is something for them; else they are left to others. */
  useful?(): boolean;
}

/** Ctrl or Cmd with Z, and with Shift or Y; fields that take text have an undo of their own. */
export function onUndoKeys(listen: AddEventListenerOptions, { undo, redo, useful = () => true }: UndoKeys) {
  const hear = (event: KeyboardEvent) => {
    const { ctrlKey, metaKey, altKey, shiftKey, target } = event;
    if (!(ctrlKey || metaKey) || altKey || takesText(target) || !useful()) return;
    const name = nameOf(event);
    const act = name === 'z' && !shiftKey ? undo : name === 'z' || name === 'y' ? redo : undefined;
    if (!act) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  };
  onPage(hear, listen);
}

/** Wherever the focus is. Behind an open dialog nothing is heard. */
function onPage(hear: (event: KeyboardEvent) => void, listen: AddEventListenerOptions) {
  const hearUnless = (event: KeyboardEvent) => {
    if (!document.querySelector('dialog[open]')) hear(event);
  };
  document.addEventListener('keydown', hearUnless, listen);
}

/**
 * The key by what it writes; with Caps Lock a letter is the same key. Where it writes no Latin letter, as with a Cyrillic
 * layout, its place on the keyboard says which is meant.
 */
export function nameOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  if (key.length !== 1) return key;
  const [, placed] = /^(?:Key|Digit)(.)$/.exec(code) ?? [];
  return (placed && FOREIGN.test(key) ? placed : key).toLowerCase();
}

/** A letter or digit of another script. */
const FOREIGN = /^(?![0-9\p{Script=Latin}])[\p{L}\p{Nd}]$/u;

const isPlain = ({ ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent) =>
  !ctrlKey && !metaKey && !altKey && !isComposing;

const takesText = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, input:not([type="range"], [type="checkbox"], [type="radio"])'));

/** A select takes letters too, to find an option; what is pressed or slid takes none. */
const takesLetters = (target: EventTarget | null) => takesText(target) || target instanceof HTMLSelectElement;
