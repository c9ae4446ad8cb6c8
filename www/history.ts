// The curves of a run, thinned so that memory stays flat however long it trains.

import type { Terms } from './protocol';

/** Columns of equal length. */
export interface Curve {
  images: number[];
  reconstruction: number[];
  kl: number[];
  elbo: number[];
}

export interface History {
  train: Curve;
  test: Curve;
}

const MOST_POINTS = 2000;

export const emptyHistory = (): History => ({ train: emptyCurve(), test: emptyCurve() });

const emptyCurve = (): Curve => ({ images: [], reconstruction: [], kl: [], elbo: [] });

/** The curve with one more point; at its limit every second one goes, the first stays. */
export function withPoint(curve: Curve, images: number, terms: Terms): Curve {
  const kept = curve.images.length < MOST_POINTS ? curve : halved(curve);
  return {
    images: [...kept.images, images],
    reconstruction: [...kept.reconstruction, terms.reconstruction],
    kl: [...kept.kl, terms.kl],
    elbo: [...kept.elbo, terms.elbo],
  };
}

function halved(curve: Curve): Curve {
  const everySecond = (values: number[]) => values.filter((_, index) => index % 2 === 0);
  return {
    images: everySecond(curve.images),
    reconstruction: everySecond(curve.reconstruction),
    kl: everySecond(curve.kl),
    elbo: everySecond(curve.elbo),
  };
}
