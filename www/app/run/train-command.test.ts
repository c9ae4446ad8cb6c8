import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
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

it('is one line', () => {
  expect(trainCommand({ epochs: 2, texts: { seed: '7', hiddenSizes: '64, 32' } })).toBe(
    'latent train --data mnist --out trained.safetensors --epochs 2 --hidden-sizes 64,32 --seed 7',
  );
});
