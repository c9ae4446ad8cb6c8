/**
 * The smallest of the values that at least `percent` per cent of them do not exceed.
 * @param {readonly number[]} values
 * @param {number} percent
 */
export function percentile(values, percent) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** @param {readonly number[]} values */
export const median = (values) => percentile(values, 50);

/** @param {readonly number[]} values */
export const mean = (values) => values.reduce((total, value) => total + value, 0) / values.length;
