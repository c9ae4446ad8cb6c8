import { expect, it } from 'vitest';
import { toldOf } from './follow';

const draw = { classIndex: 7, temperature: 1, seed: 1 };

it('draws a class from its codes, and tells it to a conditional model', () => {
  const ofClass = { ...draw, from: 'ofClass' } as const;
  expect(toldOf(ofClass, 0, false)).toEqual({ source: { kind: 'ofClass', class: 7 }, classIndex: 0 });
  expect(toldOf(ofClass, 3, true)).toEqual({ source: { kind: 'prior' }, classIndex: 7 });
});

it('draws from the codes of all images, of a conditional model from those of the class that it is told', () => {
  const aggregated = { ...draw, from: 'aggregated' } as const;
  expect(toldOf(aggregated, 0, false).source).toEqual({ kind: 'aggregated' });
  expect(toldOf(aggregated, 3, true)).toEqual({ source: { kind: 'ofClass', class: 3 }, classIndex: 3 });
});
