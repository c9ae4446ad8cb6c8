import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createState } from '../testing';
import { keepMoving, pointAt } from './motion';

let frames: ((now: number) => void)[] = [];
let now = 0;

beforeEach(() => {
  [frames, now] = [[], 0];
  vi.stubGlobal('requestAnimationFrame', (frame: (now: number) => void) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = [];
  });
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Frames of a tenth of a second. */
function pass(seconds: number) {
  for (let frame = 0; frame < Math.round(10 * seconds); frame++) {
    now += 100;
    frames.shift()?.(now);
  }
}

function moving(kind: 'path' | 'tour') {
  const state = createState();
  state.latent.z.value = [0, 0, 5];
  state.paths.points.value = [
    [0, 0, 0],
    [1, 0, 0],
    [1, 1, 0],
  ];
  keepMoving(state);
  state.paths.moving.value = kind;
  return state;
}

it('finds points between the path’s own', () => {
  const path = [[0], [1], [3]];
  expect([0, 0.25, 0.5, 0.75, 1].map((t) => pointAt(path, t))).toEqual([[0], [0.5], [1], [2], [3]]);
  expect(pointAt([], 0.5)).toBeUndefined();
});

it('goes along the path and back', () => {
  const state = moving('path');
  pass(2);
  expect(state.paths.along.value).toBeCloseTo(0.5, 6);
  expect(state.latent.z.value[0]).toBeCloseTo(1, 6);
  pass(4);
  expect(state.paths.along.value).toBeCloseTo(0.5, 6);
  pass(1);
  expect(state.paths.along.value).toBeCloseTo(0.25, 6);
  expect(state.latent.z.value[0]).toBeCloseTo(0.5, 6);
});

it('goes faster on request', () => {
  const state = moving('path');
  state.paths.speed.value = 2;
  pass(1);
  expect(state.paths.along.value).toBeCloseTo(0.5, 6);
});

it('holds still when a person moves z', () => {
  const state = moving('path');
  pass(1);
  state.latent.z.value = [2, 2, 2];
  expect(state.paths.moving.value).toBeUndefined();
  pass(1);
  expect(state.latent.z.value).toEqual([2, 2, 2]);
});

it('tours the map’s plane from where z is, or all dimensions', () => {
  const state = moving('tour');
  pass(0.1);
  expect(Math.hypot(...state.latent.z.value.slice(0, 2))).toBeLessThan(0.2);
  pass(3);
  expect(state.latent.z.value[0]).not.toBe(0);
  expect(state.latent.z.value[2]).toBe(5);
  state.paths.moving.value = undefined;
  state.paths.tourScope.value = 'all';
  state.paths.moving.value = 'tour';
  pass(3);
  expect(state.latent.z.value[2]).not.toBe(5);
});

it('stops when the path has gone with its model', () => {
  const state = moving('path');
  state.paths.points.value = [];
  pass(0.1);
  expect(state.paths.moving.value).toBeUndefined();
});
