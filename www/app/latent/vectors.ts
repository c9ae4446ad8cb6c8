// Points of the latent space, added and measured.

export type Vector = readonly number[];

export const dot = (one: Vector, other: Vector) =>
  one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);

/** `times` the direction added to the point. */
export const plus = (point: Vector, direction: Vector, times: number) =>
  point.map((value, index) => value + times * (direction[index] ?? 0));

/** From one point to the other, `t` from 0 to 1. */
export const between = (from: Vector, to: Vector, t: number) =>
  from.map((value, index) => (1 - t) * value + t * (to[index] ?? 0));

/** Whether an address, which has each number to the thousandth, would say the same of both. */
export const isWrittenAlike = (one: Vector, other: ArrayLike<number>) =>
  one.length === other.length && one.every((value, index) => Math.abs(value - (other[index] ?? 0)) < 0.00051);

export const distance = (one: Vector, other: Vector) =>
  Math.hypot(...one.map((value, index) => value - (other[index] ?? 0)));
