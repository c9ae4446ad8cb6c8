import { expect, it } from 'vitest';
import { differences } from './differences';
import { PLAIN } from './settings';

const run = (model: object, train: object = {}) => ({
  model: { ...PLAIN.model, ...model },
  train: { ...PLAIN.train, ...train },
});

it('names what is not the same in all runs, for each of them', () => {
  expect(differences([run({}), run({ latentSize: 10 }), run({}, { seed: 7 })])).toEqual([
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
  const [vae, autoencoder] = differences([run({}), run({ deterministic: true })]);
  expect(vae).toContainEqual(['beta', '1']);
  expect(autoencoder?.map(([field]) => field)).not.toContain('beta');
});

it('has nothing to say of runs that are alike, or of one', () => {
  expect(differences([run({}), run({})])).toEqual([[], []]);
  expect(differences([run({})])).toEqual([[]]);
});
