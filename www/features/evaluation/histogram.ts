// A histogram of z against the prior, as paths of an SVG picture.

/** The crate's bins go from -4 to 4. */
export const RANGE = 4;
const WIDTH = 80;
const HEIGHT = 24;
/** The prior's top, in its picture: narrower posteriors rise above it. */
const PRIOR_TOP = 0.55;
const POINTS = 41;

export const VIEW_BOX = `0 0 ${WIDTH} ${HEIGHT}`;

const density = (z: number) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
const across = (z: number) => ((z + RANGE) / (2 * RANGE)) * WIDTH;
/** What rises out of the picture is cut. */
const up = (value: number) => round(HEIGHT * (1 - Math.min(1, (PRIOR_TOP * value) / density(0))));
const round = (value: number) => Math.round(100 * value) / 100;

/** The outline of shares of all samples in bins of equal width. */
export function binsPath(shares: readonly number[]): string {
  const width = (2 * RANGE) / shares.length;
  const steps = shares.map(
    (share, bin) => `V${up(share / width)}H${round(across(-RANGE + (bin + 1) * width))}`,
  );
  return `M0 ${HEIGHT}${steps.join('')}V${HEIGHT}Z`;
}

export function priorPath(): string {
  const points = Array.from({ length: POINTS }, (_, index) => {
    const z = -RANGE + (2 * RANGE * index) / (POINTS - 1);
    return `${round(across(z))} ${up(density(z))}`;
  });
  return `M${points.join('L')}`;
}
