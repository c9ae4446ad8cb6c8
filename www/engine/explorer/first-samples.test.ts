import { expect, it } from 'vitest';
import { firstItems, readStart, unpacked } from './first-samples';

/** Bytes in parts, as they arrive; tells how many were asked for, and whether the rest was let go. */
function arriving(bytes: Uint8Array, part: number) {
  const seen = { parts: 0, cancelled: false };
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        const start = seen.parts++ * part;
        if (start >= bytes.length) controller.close();
        else controller.enqueue(Uint8Array.from(bytes.subarray(start, start + part)));
      },
      cancel() {
        seen.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, seen };
}

const packed = async (bytes: Uint8Array<ArrayBuffer>) => {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

const numbers = (count: number) => Uint8Array.from({ length: count }, (_, index) => (index * 37) % 256);

it('reads the start of a stream across its parts, and lets the rest go', async () => {
  const { stream, seen } = arriving(numbers(1000), 64);
  expect(await readStart(stream, 150)).toEqual(numbers(150));
  expect(seen.parts).toBeLessThan(5);
  expect(seen.cancelled).toBe(true);
});

it('reads all of a shorter one', async () => {
  expect(await readStart(arriving(numbers(100), 64).stream, 150)).toEqual(numbers(100));
});

it('unpacks gzip, and leaves alone what the host has unpacked', async () => {
  for (const bytes of [await packed(numbers(5000)), numbers(5000)]) {
    const { stream } = arriving(bytes, 64);
    expect(await readStart(await unpacked(stream), 700)).toEqual(numbers(700));
  }
});

it('makes an IDX file of the first whole items, which says how many they are', () => {
  const start = Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 99, 7, 2, 1);
  expect([...firstItems(start, 8, 1)]).toEqual([0, 0, 8, 1, 0, 0, 0, 3, 7, 2, 1]);
  expect([...firstItems(start, 8, 2)]).toEqual([0, 0, 8, 1, 0, 0, 0, 1, 7, 2]);
});
