import { afterEach, expect, it, vi } from 'vitest';
import { SITE_DATA } from '../../engine/data/spec';
import { showData } from '../../ui/shown-data';
import { createState } from '../testing';
import { drawnUntil } from './digit';
import { play } from './play';
import { hasThrees } from './threes';
import { walkThrough } from './walk';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  showData(SITE_DATA);
});

it('draws a stroke that grows from its start to its end', () => {
  const lengths = [0, 0.2, 0.5, 0.8, 1, 2].map((t) => drawnUntil(t)[0]?.length ?? 0);
  expect(lengths).toEqual([...lengths].sort((one, other) => one - other));
  expect(lengths[0]).toBeLessThan(3);
  expect(lengths.at(-1)).toBe(lengths.at(-2));
  for (const [x, y] of drawnUntil(1).flat()) expect(Math.min(x, y, 280 - x, 280 - y)).toBeGreaterThan(20);
});

it('walks from where z is to the nearest place first, and round again', () => {
  const walk = walkThrough(
    [
      [3, 0],
      [1, 0],
    ],
    [0, 0],
  );
  const at = (seconds: number) => walk?.(seconds)[0];
  expect(at(0)).toBe(0);
  expect(at(3.5)).toBeCloseTo(1, 6);
  expect(at(3.5)).toBeCloseTo(3, 6);
  expect(at(3.5)).toBeCloseTo(1, 6);
  expect(walkThrough([], [0, 0])).toBeUndefined();
});

it('never leaps', () => {
  const walk = walkThrough(
    [
      [2, 0],
      [-2, 1],
    ],
    [0, 0],
  );
  let before = walk?.(0) ?? [];
  for (let frame = 0; frame < 1000; frame++) {
    const now = walk?.(1 / 60) ?? [];
    expect(Math.hypot(...now.map((value, index) => value - (before[index] ?? 0)))).toBeLessThan(0.05);
    before = now;
  }
});

it('is of data that have threes', () => {
  expect(hasThrees(SITE_DATA)).toBe(true);
  for (const classes of [['Bear', 'Bird'], ['?'], []])
    expect(hasThrees({ ...SITE_DATA, classes })).toBe(false);
  expect(hasThrees({ ...SITE_DATA, kind: 'items' })).toBe(false);
});

it('ends where a model of other data has come', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const frames: ((now: number) => void)[] = [];
  vi.stubGlobal('requestAnimationFrame', (frame: (now: number) => void) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => frames.splice(0));
  const [send, touch] = [vi.fn(), new AbortController()];
  const state = createState();
  play(state, send, touch.signal);
  const next = () => frames.shift()?.(performance.now() + 50);
  next();
  // It rests before it asks for another frame.
  expect(frames).toEqual([]);
  vi.advanceTimersByTime(20);
  expect(send).toHaveBeenCalledTimes(1);
  state.input.sketch.value = drawnUntil(0.5);
  showData({ ...SITE_DATA, classes: ['Bear', 'Bird'] });
  next();
  touch.abort();
  expect(send.mock.calls.slice(1)).toEqual([[{ do: 'clear' }]]);
  expect(frames).toEqual([]);
});
