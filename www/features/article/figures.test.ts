import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { distribution } from '../../app/plane/normal';
import { cellsOf } from './cells';
import { costs } from './costs';
import { SHIPPED } from './references';

it('cuts the prior into cells of equal mass, or of equal width', () => {
  const equal = cellsOf('equal prior mass');
  for (const { from, to, z } of equal) {
    expect(distribution(to) - distribution(from)).toBeCloseTo(1 / 12, 9);
    expect(distribution(z) - distribution(from)).toBeCloseTo(1 / 24, 9);
  }
  for (const { from, to, z } of cellsOf('equal spacing')) {
    expect(to - from).toBeCloseTo(0.5, 12);
    expect(z - from).toBeCloseTo(0.25, 12);
  }
});

it('has a cost of 0 at the prior, and of one bit for halving a small width', () => {
  expect(costs(0, 1)).toEqual({ mean: 0, width: 0 });
  // KL of N(1, 4) against N(0, 1), worked out by hand: (4 + 1 - 1 - log 4) / 2.
  const { mean, width } = costs(1, 2);
  expect(mean + width).toBeCloseTo((4 - Math.log(4)) / 2, 12);
  expect(costs(0, 0.005).width - costs(0, 0.01).width).toBeCloseTo(Math.log(2), 3);
});

it('shows of the shipped models what their reports say', () => {
  for (const { file, kl, reconstruction } of SHIPPED) {
    const { terms } = JSON.parse(readFileSync(`assets/${file}.json`, 'utf8')).evaluation;
    expect([terms.kl, terms.reconstruction].map((nats) => nats.toFixed(2))).toEqual(
      [kl, reconstruction].map((nats) => nats.toFixed(2)),
    );
  }
});
