// Long work in parts, so that urgent requests are answered between them.

import { joined, joinedFloats } from '../joined';
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
  work: (start: number, size: number) => Part | Promise<Part>,
): Promise<Part[]> {
  const some: Part[] = [];
  for (const [start, part] of parts(count, size)) {
    some.push(await work(start, part));
    await macrotask();
  }
  return some;
}

export function joinedCodes(some: Codes[]): Codes {
  return {
    mu: joinedFloats(some.map((codes) => codes.mu)),
    logVar: joinedFloats(some.map((codes) => codes.logVar)),
    factor: joinedFloats(some.map((codes) => codes.factor)),
    labels: joined(some.map((codes) => codes.labels)),
  };
}
