import { expect, it } from 'vitest';
import { english } from '../../ui/text';
import { describePath } from './path-words';

const words = (a: number[], b: number[], interpolation: 'linear' | 'spherical') =>
  describePath(
    { a: { z: a, image: undefined }, b: { z: b, image: undefined } },
    interpolation,
    english.paths,
  );

it('says how long a line is, and whether there is an angle to turn by', () => {
  expect(words([0, 0], [3, 4], 'linear')).toContain('5.00 σ');
  expect(words([1, 0], [0, 2], 'spherical')).toContain('from 1.00 σ to 2.00 σ');
  for (const b of [
    [-2, 0],
    [3, 0],
    [0, 0],
  ])
    expect(words([1, 0], b, 'spherical')).toContain('no angle');
});
