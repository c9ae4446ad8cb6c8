import { expect, it } from 'vitest';
import { binsPath, priorPath } from './histogram';

it('outlines the bins, from edge to edge, on the base line', () => {
  expect(binsPath([0, 1])).toBe('M0 24V24H40V15.73H80V24Z');
});

it('cuts what is narrower than the picture is high', () => {
  expect(binsPath([0, 0, 0, 0, 1, 0, 0, 0])).toContain('V0H50');
});

it('draws the prior with its top in the middle', () => {
  expect(priorPath()).toContain('L40 10.8L');
});
