import { afterEach, expect, it, vi } from 'vitest';
import { everyFrame } from './every-frame';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('rests for longer where a frame takes long, and no less than it was told to', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const frames: ((now: number) => void)[] = [];
  vi.stubGlobal('requestAnimationFrame', (frame: (now: number) => void) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => frames.splice(0));
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  let takes = 1;
  const steps: number[] = [];
  const stop = everyFrame((seconds) => {
    steps.push(seconds);
    now += takes;
  }, 20);
  /** How long after a frame another is asked for. */
  const restsFor = () => {
    frames.shift()?.(now);
    for (let ms = 0; ms < 1000; ms++) {
      if (frames.length > 0) return ms;
      vi.advanceTimersByTime(1);
    }
    throw new Error('Expected another frame within a second.');
  };
  expect(restsFor()).toBe(20);
  takes = 40;
  now += 100;
  expect(restsFor()).toBe(120);
  expect(steps.at(-1)).toBeCloseTo(0.101, 6);
  frames.shift()?.(now);
  stop();
  vi.advanceTimersByTime(1000);
  expect(frames).toEqual([]);
});
