import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SITE_DATA } from '../../engine/data/spec';
import type { Form } from '../../engine/protocol';
import { SETTINGS } from '../settings/schema';
import { argumentsOf, trainCommand } from './train-command';

/** The command line's own tests read the arguments of each, and make the run of its texts of them. */
const runs: readonly { epochs: number; texts: Form; arguments: string[] }[] = JSON.parse(
  readFileSync(new URL('../../../crate/tests/fixtures/train-commands.json', import.meta.url), 'utf8'),
);

it.each(runs)('says what the command would not take for itself: $arguments', (run) => {
  expect(argumentsOf(run)).toEqual(run.arguments);
});

it('names only options that the command line has', () => {
  const flags = new Set(['--epochs', ...SETTINGS.map(({ flag }) => `--${flag}`)]);
  const every = Object.fromEntries(SETTINGS.map(({ name }) => [name, 'x']));
  const said = argumentsOf({ epochs: 3, texts: every }).filter((word) => word.startsWith('--'));
  expect(said.every((flag) => flags.has(flag))).toBe(true);
  expect(said).toHaveLength(1 + SETTINGS.length);
});

const COURSE = { epochs: 2, texts: { seed: '7', hiddenSizes: '64, 32' } };
const REST = '--out trained.safetensors --epochs 2 --hidden-sizes 64,32 --seed 7';
const site = { key: 'colours', data: SITE_DATA, source: { at: 'site', folder: 'data/colours/' } } as const;
const own = { ...site, key: '0123456789abcdef', source: { at: 'here', splits: {} as never } } as const;

it('is one line, which names the data set', () => {
  expect(trainCommand(COURSE, { ...site, key: 'mnist' })).toBe(`latent train --data mnist ${REST}`);
  expect(trainCommand(COURSE, site)).toBe(`latent train --data colours ${REST}`);
});

it('reads data of one’s own as the page did', () => {
  const reading = ['--data', "the bride's texts.csv", '--words'];
  expect(trainCommand(COURSE, { ...own, reading })).toBe(
    `latent train --data 'the bride'\\''s texts.csv' --words ${REST}`,
  );
});

it('leaves a place for data of one’s own that was kept before, and says which kind it is', () => {
  const items = { ...SITE_DATA, kind: 'items' } as const;
  expect(trainCommand(COURSE, own)).toBe(`latent train --data YOUR-DATA ${REST}`);
  expect(trainCommand(COURSE, { ...own, data: items })).toBe(
    `latent train --data YOUR-DATA --tastes ${REST}`,
  );
  expect(trainCommand(COURSE, { ...own, data: { ...items, terms: 'words' } })).toBe(
    `latent train --data YOUR-DATA --words ${REST}`,
  );
});

it('is taken by a shell word for word, whatever files are called', () => {
  const word = fc.string({ unit: 'grapheme', minLength: 1 }).filter((word) => !word.includes('\0'));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (reading) => {
      const command = trainCommand(COURSE, { ...own, reading });
      const told = execFileSync('sh', ['-c', command.replace(/^latent train/, "printf '%s\\0'")], {
        encoding: 'utf8',
      });
      expect(told.split('\0').slice(0, reading.length)).toEqual(reading);
    }),
    { numRuns: 40 },
  );
});
