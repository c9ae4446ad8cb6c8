// A line through many values, as wide as a hundred of them.

const WIDTH = 100;
const HEIGHT = 24;
/** Of the values those that are shown: the first ones of a run would flatten the rest. */
const SHOWN = 0.9;

/** Averages of as many neighbours as fall on one unit of the width; NaN and infinities are left out. */
export function sparkPath(values: readonly number[]): { width: number; height: number; path: string } {
  const seen = values.slice(values.length < 20 ? 0 : Math.floor(values.length * (1 - SHOWN)));
  const columns = Math.min(WIDTH, seen.length);
  const means = Array.from({ length: columns }, (_, column) => {
    const part = seen.slice(
      Math.floor((column * seen.length) / columns),
      Math.floor(((column + 1) * seen.length) / columns),
    );
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  }).filter(Number.isFinite);
  const [low, high] = [Math.min(...means), Math.max(...means)];
  const at = (value: number) =>
    high > low ? 1 + ((high - value) / (high - low)) * (HEIGHT - 2) : HEIGHT / 2;
  const points = means.map(
    (value, index) =>
      `${((index * WIDTH) / Math.max(1, means.length - 1)).toFixed(1)} ${at(value).toFixed(1)}`,
  );
  return { width: WIDTH, height: HEIGHT, path: points.length > 1 ? `M${points.join('L')}` : '' };
}
