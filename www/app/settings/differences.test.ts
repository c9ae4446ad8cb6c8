import { expect, it } from 'vitest';
import { differences } from './differences';
import { DEFAULT_FORM, DEFAULT_RUN } from './schema';

const run = (texts: object) => ({ texts: { ...DEFAULT_FORM, ...texts }, before: [] });
const always = (text: string) => [{ text, since: 0 }];

it('names what is not the same in all runs, for each of them', () => {
  expect(differences([run({}), run({ latentSize: '10' }), run({ seed: '7' })])).toEqual([
    [
      ['latentSize', always('2')],
      ['seed', always('1')],
    ],
    [
      ['latentSize', always('10')],
      ['seed', always('1')],
    ],
    [
      ['latentSize', always('2')],
      ['seed', always('7')],
    ],
  ]);
});

it('names no setting that has no meaning for a run', () => {
  const { beta: _, ...autoencoder } = DEFAULT_FORM;
  const [one, other] = differences([run({}), { texts: autoencoder, before: [] }]);
  expect(one).toContainEqual(['beta', always('1')]);
  expect(other?.map(([name]) => name)).not.toContain('beta');
});

it('has nothing to say of runs that are alike, or of one', () => {
  expect(differences([run({}), run({})])).toEqual([[], []]);
  expect(differences([run({})])).toEqual([[]]);
});

it('names what changed within a run, and when, also of one alone', () => {
  const changed = {
    ...run({ beta: '4' }),
    before: [{ until: 900, config: DEFAULT_RUN, texts: run({}).texts }],
  };
  const values = [
    { text: '1', since: 0 },
    { text: '4', since: 900 },
  ];
  expect(differences([changed])).toEqual([[['beta', values]]]);
  expect(differences([changed, run({})])).toEqual([[['beta', values]], [['beta', always('1')]]]);
});
