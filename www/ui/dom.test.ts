import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onFrame, onRead, workNow } from './dom';

const frames: (() => void)[] = [];
const nextFrame = () => {
  for (const run of frames.splice(0)) run();
};
const failed = vi.fn();

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
  vi.stubGlobal('reportError', failed);
});
afterEach(() => {
  vi.useRealTimers();
  frames.length = 0;
  failed.mockReset();
  vi.unstubAllGlobals();
});

it('works once a frame, in one request for all, in the order in which it was asked', () => {
  const { signal } = new AbortController();
  const done: string[] = [];
  const [first, second] = ['first', 'second'].map((name) => onFrame(() => done.push(name), signal));
  for (const ask of [first, second, first]) ask?.();
  expect(frames).toHaveLength(1);
  nextFrame();
  expect(done).toEqual(['first', 'second']);
});

it('leaves what work asks for to the frame after', () => {
  const { signal } = new AbortController();
  const later = vi.fn();
  const askLater = onFrame(later, signal);
  const ask = onFrame(askLater, signal);
  ask();
  nextFrame();
  expect(later).not.toHaveBeenCalled();
  nextFrame();
  expect(later).toHaveBeenCalledOnce();
});

it('leaves nothing to a frame where work cannot wait: paper is printed at once', () => {
  const { signal } = new AbortController();
  const later = vi.fn();
  onFrame(onFrame(later, signal), signal)();
  workNow();
  expect(later).toHaveBeenCalledOnce();
});

it('does no work whose signal has aborted meanwhile, and the rest where one fails', () => {
  const ended = new AbortController();
  const [gone, rest] = [vi.fn(), vi.fn()];
  const { signal } = new AbortController();
  const fail = onFrame(() => {
    ended.abort();
    throw new Error('broken');
  }, signal);
  for (const ask of [fail, onFrame(gone, ended.signal), onFrame(rest, signal)]) ask();
  workNow();
  expect(gone).not.toHaveBeenCalled();
  expect(rest).toHaveBeenCalledOnce();
  expect(failed).toHaveBeenCalledWith(new Error('broken'));
});

it('writes words at once, then as fast as they are read, the last of them too', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  let [words, shown] = ['', ''];
  const write = onRead(() => {
    shown = words;
  }, new AbortController().signal);
  const said = ['a', 'b', 'c'].map((word) => {
    words = word;
    write();
    nextFrame();
    return shown;
  });
  expect(said).toEqual(['a', 'a', 'a']);
  vi.advanceTimersByTime(100);
  nextFrame();
  expect(shown).toBe('c');
});
