import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onHold } from './hold';
import { palmsBeside } from './palm';

class Pointer extends Event {}

let element: HTMLElement;
let life: AbortController;
beforeEach(() => {
  vi.stubGlobal('PointerEvent', Pointer);
  life = new AbortController();
  element = Object.assign(new EventTarget(), { setPointerCapture: vi.fn() }) as unknown as HTMLElement;
});
afterEach(() => {
  life.abort();
  vi.unstubAllGlobals();
});

const tell = (type: string, pointerType: 'touch' | 'pen' | 'mouse', pointerId: number, button = 0) =>
  element.dispatchEvent(Object.assign(new Pointer(type), { pointerType, pointerId, button }));

function held() {
  const told: string[] = [];
  const tells =
    (what: string) =>
    ({ pointerId }: PointerEvent) =>
      told.push(`${what} ${pointerId}`);
  onHold(
    element,
    {
      start: tells('start'),
      move: tells('move'),
      end: () => told.push('end'),
      forget: () => told.push('forget'),
    },
    life.signal,
  );
  return told;
}

it('a pen takes the place of a palm that rests there, and of one that comes', () => {
  const told = held();
  tell('pointerdown', 'touch', 1);
  tell('pointermove', 'touch', 1);
  tell('pointerdown', 'pen', 2);
  tell('pointermove', 'touch', 1);
  tell('pointermove', 'pen', 2);
  tell('pointerdown', 'touch', 3);
  tell('pointerup', 'touch', 1);
  tell('pointermove', 'pen', 2);
  tell('pointerup', 'pen', 2);
  tell('pointermove', 'touch', 3);
  expect(told).toEqual(['start 1', 'move 1', 'forget', 'start 2', 'move 2', 'move 2', 'end']);
});

it('one finger or mouse holds at a time, and no other button', () => {
  const told = held();
  tell('pointerdown', 'mouse', 1, 2);
  tell('pointerdown', 'touch', 2);
  tell('pointerdown', 'touch', 3);
  tell('pointermove', 'touch', 3);
  tell('pointercancel', 'touch', 2);
  tell('pointerdown', 'mouse', 1);
  expect(told).toEqual(['start 2', 'end', 'start 1']);
});

it('knows a palm while the pen is down, and forgets fingers as it comes', () => {
  const forget = vi.fn();
  const isPalm = palmsBeside(element, forget, life.signal);
  const touch = { pointerType: 'touch' } as PointerEvent;
  expect(isPalm(touch)).toBe(false);
  tell('pointerdown', 'pen', 1);
  expect(forget).toHaveBeenCalledOnce();
  expect(isPalm(touch)).toBe(true);
  expect(isPalm({ pointerType: 'mouse' } as PointerEvent)).toBe(false);
  tell('pointerup', 'touch', 2);
  expect(isPalm(touch)).toBe(true);
  tell('pointercancel', 'pen', 1);
  expect(isPalm(touch)).toBe(false);
});
