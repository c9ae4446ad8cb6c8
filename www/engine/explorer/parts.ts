// Long work in parts, so that urgent requests are answered between them.

import { macrotask } from '../macrotask';
import type { Codes } from '../protocol';

/** Images decoded or encoded at once, so that a decode under the pointer waits for these at most. */
export const AT_ONCE = 20;

/** Starts and sizes that cover `count`. */
export function* parts(count: number, size: number): Generator<[start: number, size: number]> {
  for (let start = 0; start < count; start += size) yield [start, Math.min(size, count - start)];
}

/** Does work in parts of at most `size`, and lets others in after each. */
export async function inParts<Part>(
  count: number,
  size: number,
  work: (start: number, size: number) => Promise<Part>,
): Promise<Part[]> {
  const some: Part[] = [];
  for (const [start, part] of parts(count, size)) {
    some.push(await work(start, part));
    await macrotask();
  }
  return some;
}

export function joined(some: Uint8Array[]): Uint8Array {
  return concatenated(some, (length) => new Uint8Array(length));
}

export const joinedFloats = (some: Float32Array[]): Float32Array =>
  concatenated(some, (length) => new Float32Array(length));

export function joinedCodes(some: Codes[]): Codes {
  return {
    mu: joinedFloats(some.map((codes) => codes.mu)),
    logVar: joinedFloats(some.map((codes) => codes.logVar)),
    labels: joined(some.map((codes) => codes.labels)),
  };
}

function concatenated<Values extends Uint8Array | Float32Array>(
  some: Values[],
  make: (length: number) => Values,
): Values {
  const whole = make(some.reduce((length, values) => length + values.length, 0));
  let start = 0;
  for (const values of some) {
    whole.set(values, start);
    start += values.length;
  }
  return whole;
}
