// Arrays one after the other, as one.

export const joined = (some: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  concatenated(some, (length) => new Uint8Array(length));

export const joinedFloats = (some: readonly Float32Array[]): Float32Array<ArrayBuffer> =>
  concatenated(some, (length) => new Float32Array(length));

function concatenated<
  Values extends Uint8Array | Float32Array,
  Whole extends Uint8Array<ArrayBuffer> | Float32Array<ArrayBuffer>,
>(some: readonly Values[], make: (length: number) => Whole): Whole {
  const whole = make(some.reduce((length, values) => length + values.length, 0));
  let start = 0;
  for (const values of some) {
    whole.set(values, start);
    start += values.length;
  }
  return whole;
}
