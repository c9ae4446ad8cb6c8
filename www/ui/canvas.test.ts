import { effect } from '@preact/signals-core';
import { afterEach, expect, it, vi } from 'vitest';
import { cleared, followPixelRatio, inDevice, pixelRatio, readsTrue } from './canvas';

afterEach(() => vi.unstubAllGlobals());

it('follows the pixels of the device from screen to screen, and paints in them', () => {
  const asked: { query: string; change: () => void }[] = [];
  vi.stubGlobal('devicePixelRatio', 1);
  vi.stubGlobal('matchMedia', (query: string) => ({
    addEventListener: (_: 'change', change: () => void) => asked.push({ query, change }),
  }));
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  const canvas = {
    width: 0,
    height: 0,
    getContext: () => ({ setTransform: vi.fn(), clearRect: vi.fn() }),
  } as unknown as HTMLCanvasElement;
  followPixelRatio();
  const sizes: [number, number][] = [];
  const end = effect(() => {
    cleared(canvas, { width: 251, height: 100 });
    sizes.push([canvas.width, canvas.height]);
  });
  for (const ratio of [2, 1.5, 1]) {
    vi.stubGlobal('devicePixelRatio', ratio);
    asked.at(-1)?.change();
    expect(pixelRatio.value).toBe(ratio);
  }
  // Some browsers tell of it only so.
  for (const [ratio, event] of [
    [3, 'resize'],
    [1, 'pointerdown'],
  ] as const) {
    vi.stubGlobal('devicePixelRatio', ratio);
    page.dispatchEvent(new Event(event));
    expect(pixelRatio.value).toBe(ratio);
  }
  end();
  expect(sizes).toEqual([
    [251, 100],
    [502, 200],
    [377, 150],
    [251, 100],
    [753, 300],
    [251, 100],
  ]);
  expect(inDevice(10.4)).toBe(10);
  expect(asked.map(({ query }) => query)).toEqual(
    [1, 2, 1.5, 1].map((ratio) => `(resolution: ${ratio}dppx)`),
  );
});

/** A browser that answers so when a canvas is asked for its pixels. */
function browser(falsify: (value: number) => number) {
  const rows: string[] = [];
  const context = {
    fillStyle: '',
    fillRect(_: number, top: number, __: number, height: number) {
      for (let row = top; row < height; row++) rows[row] = context.fillStyle;
    },
    getImageData(_: number, __: number, width: number) {
      const pixels = rows.flatMap((colour) =>
        Array.from({ length: width }, () => [...(colour.match(/\d+/g) ?? []).map(Number), 255]).flat(),
      );
      return { data: Uint8ClampedArray.from(pixels, falsify) };
    },
  };
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => context }) });
}

it('notices a browser that falsifies what is read, white or random, and lets pass what nobody sees', () => {
  browser((value) => value);
  expect(readsTrue()).toBe(true);
  browser((value) => value + 1);
  expect(readsTrue()).toBe(true);
  browser(() => 255);
  expect(readsTrue()).toBe(false);
  browser(() => 256 * Math.random());
  expect(readsTrue()).toBe(false);
});
