// Which pixels of a picture are erased.

import type { DataSpec } from '../../engine/protocol';

/** Of each pixel of a picture, line by line, whether it is erased: not 0. */
export type Erased = Uint8Array;

type Sides = Pick<DataSpec, 'width' | 'height'>;

export const PARTS = ['quarter', 'half', 'centre'] as const;
export type Part = (typeof PARTS)[number];

export const isAny = (erased: Erased) => erased.some((pixel) => pixel > 0);
export const isAll = (erased: Erased) => erased.every((pixel) => pixel > 0);

/** The lower right quarter, the lower half, or a square in the middle, half as wide as the picture: as they are measured. */
export function partOf(part: Part, { width, height }: Sides): Erased {
  const within = (at: number, size: number) => {
    const start = Math.floor(size / 4);
    return at >= start && at < start + Math.floor(size / 2);
  };
  const isIn = (x: number, y: number) => {
    if (part === 'centre') return within(x, width) && within(y, height);
    return y >= Math.floor(height / 2) && (part === 'half' || x >= Math.floor(width / 2));
  };
  return Uint8Array.from({ length: width * height }, (_, at) =>
    isIn(at % width, Math.floor(at / width)) ? 1 : 0,
  );
}

/** With what a round brush takes away along a line; places and radius in pixels of the picture. */
export function brushed(
  erased: Erased | undefined,
  [fromX, fromY]: readonly [number, number],
  [toX, toY]: readonly [number, number],
  radius: number,
  { width, height }: Sides,
): Erased {
  const [alongX, alongY] = [toX - fromX, toY - fromY];
  const length = alongX * alongX + alongY * alongY;
  const isNear = (x: number, y: number) => {
    const share = length > 0 ? ((x - fromX) * alongX + (y - fromY) * alongY) / length : 0;
    const at = Math.min(1, Math.max(0, share));
    return Math.hypot(x - fromX - at * alongX, y - fromY - at * alongY) <= radius;
  };
  return Uint8Array.from({ length: width * height }, (_, at) =>
    erased?.[at] || isNear((at % width) + 0.5, Math.floor(at / width) + 0.5) ? 1 : 0,
  );
}

/** The known pixels of one picture, the erased ones of another; of colours in each channel. */
export function filled(known: Uint8Array, guess: Uint8Array, erased: Erased): Uint8Array {
  return known.map((byte, at) => (erased[at % erased.length] ? (guess[at] ?? 0) : byte));
}

/** Of all channels. */
export function ofChannels(erased: Erased, channels: number): Uint8Array {
  const all = new Uint8Array(erased.length * channels);
  for (let channel = 0; channel < channels; channel++) all.set(erased, channel * erased.length);
  return all;
}
