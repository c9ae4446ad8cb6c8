const OUTLIERS = 0.04;
const PADDING = 0.08;
/** Nats: closer together, values are one. */
const LEAST = 0.05;

/** The range that a chart shows: all but the few steep points of a run's first moments. */
export function chartRange(
  values: Iterable<number | null | undefined>,
  logarithmic = false,
): [number, number] {
  const sorted = [...values].filter((value): value is number => value != null && Number.isFinite(value));
  if (sorted.length === 0) return logarithmic ? [1, 10] : [0, 1];
  sorted.sort((a, b) => a - b);
  // A logarithmic axis has room for the steep ones.
  const cut = logarithmic ? 0 : Math.floor(sorted.length * OUTLIERS);
  const low = sorted[cut] ?? 0;
  const high = sorted[sorted.length - 1 - cut] ?? 1;
  if (logarithmic) {
    const padding = Math.max(high / low, 1.1) ** PADDING;
    return [low / padding, high * padding];
  }
  const padding = Math.max((high - low || Math.abs(high)) * PADDING, LEAST);
  return [low - padding, high + padding];
}
