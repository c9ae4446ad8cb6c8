import { expect, it } from 'vitest';
import { differences } from './differences';
import { DEFAULT_FORM } from './schema';

const run = (texts: object) => ({ ...DEFAULT_FORM, ...texts });

it('names what is not the same in all runs, for each of them', () => {
  expect(differences([run({}), run({ latentSize: '10' }), run({ seed: '7' })])).toEqual([
    [
      ['latentSize', '2'],
      ['seed', '1'],
    ],
    [
      ['latentSize', '10'],
      ['seed', '1'],
    ],
    [
      ['latentSize', '2'],
      ['seed', '7'],
    ],
  ]);
});

it('names no setting that has no meaning for a run', () => {
  const { beta: _, ...autoencoder } = run({});
  const [one, other] = differences([run({}), autoencoder]);
  expect(one).toContainEqual(['beta', '1']);
  expect(other?.map(([name]) => name)).not.toContain('beta');
});

it('has nothing to say of runs that are alike, or of one', () => {
  expect(differences([run({}), run({})])).toEqual([[], []]);
  expect(differences([run({})])).toEqual([[]]);
});
