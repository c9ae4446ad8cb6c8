// Long work in parts, so that urgent requests are answered between them.

import type { Codes } from '../protocol';

/** Starts and sizes that cover `count`. */
export function* parts(count: number, size: number): Generator<[start: number, size: number]> {
  for (let start = 0; start < count; start += size) yield [start, Math.min(size, count - start)];
}

export function joined(some: Uint8Array[]): Uint8Array {
  return concatenated(some, (length) => new Uint8Array(length));
}

export function joinedCodes(some: Codes[]): Codes {
  const floats = (pick: (codes: Codes) => Float32Array) =>
    concatenated(some.map(pick), (length) => new Float32Array(length));
  return {
    mu: floats((codes) => codes.mu),
    logVar: floats((codes) => codes.logVar),
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
