// What pixels cost beyond what the model expects, as ink: too much of it, and too little.

export interface SurplusInk {
  /** Bytes where there is ink, or light, and the model expects none. */
  extra: Uint8Array;
  /** Bytes where there is none, and the model expects some. */
  missing: Uint8Array;
  /** Nats that full ink stands for. */
  most: number;
}

/** Full ink is never less than this, so that a usual picture stays pale. */
const LEAST = 3;

export function surplusAsInk(pixels: Uint8Array, surplus: readonly number[]): SurplusInk {
  const most = surplus.reduce((a, b) => Math.max(a, b), LEAST);
  const ink = surplus.map((nats) => Math.round((255 * Math.max(0, nats)) / most));
  return {
    extra: Uint8Array.from(ink, (byte, at) => ((pixels[at] ?? 0) > 127 ? byte : 0)),
    missing: Uint8Array.from(ink, (byte, at) => ((pixels[at] ?? 0) > 127 ? 0 : byte)),
    most,
  };
}
