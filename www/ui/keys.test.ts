import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { addKey, allKeys, listenToKeys, nameOf, onEscape, onUndoKeys } from './keys';

class Field {
  isContentEditable = false;
  constructor(private readonly tag: string) {}
  /** Enough of a selector for the fields that keys tell apart. */
  matches = (selector: string) =>
    this.tag === 'textarea' || (this.tag === 'text' && selector.includes('input'));
}

let open: boolean;
let page: EventTarget;
let life: AbortController;
beforeEach(() => {
  open = false;
  page = new EventTarget();
  life = new AbortController();
  const querySelector = (selector: string) => (selector === 'dialog[open]' && open ? {} : null);
  vi.stubGlobal('document', Object.assign(page, { querySelector, querySelectorAll: () => [] }));
  vi.stubGlobal('HTMLElement', Field);
  vi.stubGlobal('HTMLSelectElement', class {});
});
afterEach(() => {
  life.abort();
  vi.unstubAllGlobals();
});

function press(key: string, code: string, more: object = {}) {
  const event = new Event('keydown', { cancelable: true });
  const { target = new Field('checkbox'), ...held } = more as { target?: Field };
  Object.defineProperty(event, 'target', { value: target });
  page.dispatchEvent(Object.assign(event, { key, code, ...held }));
  return event;
}

it('takes a key by its place where it writes no Latin letter', () => {
  const cases: [string, string, string][] = [
    ['я', 'KeyZ', 'z'],
    ['Я', 'KeyZ', 'z'],
    ['ζ', 'KeyZ', 'z'],
    ['ז', 'KeyZ', 'z'],
    ['١', 'Digit1', '1'],
    ['７', 'Digit7', '7'],
    // QWERTZ, AZERTY and Dvorak write Latin letters elsewhere.
    ['z', 'KeyY', 'z'],
    ['Z', 'KeyW', 'z'],
    [';', 'KeyZ', ';'],
    ['à', 'Digit0', 'à'],
    ['0', 'Digit0', '0'],
    ['?', 'Digit7', '?'],
    ['ArrowLeft', 'ArrowLeft', 'ArrowLeft'],
    ['я', '', 'я'],
  ];
  for (const [key, code, name] of cases) expect([key, nameOf({ key, code })]).toEqual([key, name]);
});

it('undoes and redoes in every layout, also with the focus on a checkbox, and leaves fields their own', () => {
  const done: string[] = [];
  onUndoKeys({ signal: life.signal }, { undo: () => done.push('undo'), redo: () => done.push('redo') });
  expect(press('я', 'KeyZ', { ctrlKey: true }).defaultPrevented).toBe(true);
  press('Я', 'KeyZ', { metaKey: true, shiftKey: true });
  press('z', 'KeyY', { ctrlKey: true });
  press('н', 'KeyY', { ctrlKey: true });
  expect(done).toEqual(['undo', 'redo', 'undo', 'redo']);
  press('z', 'KeyZ', { ctrlKey: true, target: new Field('text') });
  press('z', 'KeyZ', { ctrlKey: true, altKey: true });
  press('z', 'KeyZ');
  press('x', 'KeyX', { ctrlKey: true });
  expect(done).toHaveLength(4);
});

it('is taken by the first that it is of use to', () => {
  const done: string[] = [];
  let useful = true;
  onUndoKeys(
    { signal: life.signal, capture: true },
    { undo: () => done.push('notice'), useful: () => useful },
  );
  onUndoKeys({ signal: life.signal }, { undo: () => done.push('pad'), redo: () => done.push('again') });
  press('z', 'KeyZ', { ctrlKey: true });
  press('y', 'KeyY', { ctrlKey: true });
  useful = false;
  press('z', 'KeyZ', { ctrlKey: true });
  expect(done).toEqual(['notice', 'again', 'pad']);
});

it('acts on nothing behind an open dialog', () => {
  const done: string[] = [];
  listenToKeys(life.signal);
  addKey(life.signal, { keys: ['t'], words: () => '', press: () => done.push('t') });
  onEscape(life.signal, () => done.push('left'));
  onUndoKeys({ signal: life.signal }, { undo: () => done.push('undo') });
  const all = () => {
    press('е', 'KeyT');
    press('Escape', 'Escape');
    press('z', 'KeyZ', { ctrlKey: true });
  };
  open = true;
  all();
  expect(done).toEqual([]);
  open = false;
  all();
  expect(done).toEqual(['t', 'left', 'undo']);
});

it('lists no key of a panel that is hidden, and that of a button which another one stands for', () => {
  const button = (key: string, words: string, isInHidden: boolean) => ({
    textContent: words,
    getAttribute: () => key,
    parentElement: { closest: () => (isInHidden ? {} : null) },
  });
  const buttons = [button('e', 'Eraser', true), button('p', 'Start', false), button('p', 'Pause', false)];
  vi.stubGlobal('document', Object.assign(page, { querySelectorAll: () => buttons }));
  expect(allKeys().map(({ keys, words }) => [...keys, words()])).toEqual([['p', 'Start / Pause']]);
});
