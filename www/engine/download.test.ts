import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { download } from './download';
import { Failed } from './failure/failure';

const url = new URL('http://page.test/models/a.bin');
const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 251);
const listed = { bytes: 1000, sha256: createHash('sha256').update(bytes).digest('hex') };

/** A body that comes in parts; then it ends, breaks or stalls. */
function body(parts: readonly Uint8Array[], then: 'end' | 'break' | 'stall' = 'end') {
  return new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      if (then === 'end') controller.close();
    },
    // What was enqueued is read before an error.
    pull(controller) {
      if (then === 'break') controller.error(new TypeError('network error'));
    },
  });
}

/** Answers one after the other; the last one again and again. Tells how it was asked. */
function serve(...answers: (() => Response | Promise<Response>)[]) {
  const asked: (RequestCache | undefined)[] = [];
  vi.stubGlobal('fetch', async (_: URL, { cache, signal }: RequestInit) => {
    asked.push(cache);
    const answer = answers[Math.min(asked.length, answers.length) - 1];
    signal?.throwIfAborted();
    return answer?.();
  });
  return asked;
}

const failure = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof Failed ? error.failure : error),
  );

const halves = [bytes.subarray(0, 400), bytes.subarray(400)];

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('brings a file whole, and is heard in bytes', async () => {
  serve(() => new Response(body(halves)));
  const heard: number[] = [];
  expect(await download(url, listed, (came) => heard.push(came))).toEqual(bytes);
  expect(heard).toEqual([400, 1000]);
});

it('fetches what came damaged once more past the cache, and takes it where it is right then', async () => {
  const flipped = Uint8Array.from(bytes, (byte, index) => (index === 500 ? byte ^ 1 : byte));
  const asked = serve(
    () => new Response(flipped),
    () => new Response(bytes),
  );
  expect(await download(url, listed)).toEqual(bytes);
  expect(asked).toEqual(['default', 'reload']);
});

it.each([
  ['flipped in a single bit', () => bytes.map((byte, at) => (at === 999 ? byte ^ 128 : byte)), 'changed'],
  ['cut', () => bytes.subarray(0, 700), 'wrongSize'],
  ['a page', () => new TextEncoder().encode('<!doctype html><title>Welcome</title>'), 'wrongSize'],
] as const)('refuses a file that is %s', async (_, sent, kind) => {
  serve(() => new Response(sent()));
  expect(await failure(download(url, listed))).toMatchObject({ kind, path: '/models/a.bin' });
});

it('says what is missing, what broke off, and what cannot be reached', async () => {
  serve(() => new Response('', { status: 404 }));
  expect(await failure(download(url))).toEqual({ kind: 'missing', path: '/models/a.bin', status: 404 });
  serve(() => new Response(body([bytes.subarray(0, 300)], 'break')));
  expect(await failure(download(url, listed))).toEqual({
    kind: 'brokenOff',
    path: '/models/a.bin',
    came: 300,
  });
  serve(() => Promise.reject(new TypeError('Failed to fetch')));
  expect(await failure(download(url))).toEqual({ kind: 'unreachable', path: '/models/a.bin' });
});

it('gives up where nothing comes for ten seconds: no answer, or none of the rest', async () => {
  serve(() => new Promise<Response>(() => undefined));
  const silent = failure(download(url, listed));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await silent).toEqual({ kind: 'stalled', path: '/models/a.bin', came: 0 });

  serve(() => new Response(body([bytes.subarray(0, 300)], 'stall')));
  const stalled = failure(download(url, listed));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await stalled).toEqual({ kind: 'stalled', path: '/models/a.bin', came: 300 });
});

it('waits for a file on a slow line, where others come', async () => {
  let answer = (_: Response) => {};
  let push = (_: Uint8Array) => {};
  const slow = new ReadableStream<Uint8Array>({
    start(controller) {
      push = (part) => controller.enqueue(part);
    },
  });
  vi.stubGlobal('fetch', (asked: URL) =>
    asked === url
      ? new Promise<Response>((resolve) => (answer = resolve))
      : Promise.resolve(new Response(slow)),
  );
  const waiting = download(url, listed);
  void failure(download(new URL('http://page.test/other')));
  for (let second = 0; second < 30; second += 5) {
    push(new Uint8Array(1));
    await vi.advanceTimersByTimeAsync(5000);
  }
  answer(new Response(bytes));
  expect(await waiting).toEqual(bytes);
});

it('takes a gzip file that a host has unpacked on the way, if it holds what it should', async () => {
  const packed = { bytes: 3, sha256: 'none', unpacked: listed };
  serve(() => new Response(bytes));
  expect(await download(url, packed)).toEqual(bytes);
  serve(() => new Response(bytes.map((byte) => byte ^ 1)));
  expect(await failure(download(url, packed))).toMatchObject({ kind: 'changed' });
});
