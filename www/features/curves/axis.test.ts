import { expect, it, vi } from 'vitest';

vi.mock('uplot', () => ({ default: {} }));

const { axisWidth } = await import('./chart');

it('has room for the longest label, its minus too, and the same room for all that are short', () => {
  expect(axisWidth(['580', '−520'])).toBe(44);
  expect(axisWidth(null)).toBe(44);
  expect(axisWidth(['0.05', '−0.025'])).toBeGreaterThanOrEqual(58);
});
