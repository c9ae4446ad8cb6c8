import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FIELDS, settingOf } from '../../app/settings/settings';
import { fillIn } from '../../setup/static-text';
import { en } from './en';
import { lookUp } from './look-up';
import { zh } from './zh';

/** Each leaf by its path: a string as it is, a function as its number of arguments. */
function leaves(part: object, path = ''): [string, unknown][] {
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? leaves(value, `${path}${key}.`) : [[path + key, value]],
  );
}

it('has the same keys in both languages, and nothing empty', () => {
  const keys = (text: object) => leaves(text).map(([path, value]) => `${path}: ${typeof value}`);
  expect(keys(zh).sort()).toEqual(keys(en).sort());
  for (const [path, value] of [...leaves(en), ...leaves(zh)]) expect(value, path).not.toBe('');
});

it('names every choice of the settings, and refuses in words', () => {
  for (const field of FIELDS)
    for (const value of settingOf(field).options ?? [])
      for (const text of [en, zh])
        expect(text.settings.options[field]?.[value], `${field} ${value}`).toBeTruthy();
  const { refused } = en.settings;
  expect(refused('Beta', { kind: 'anyNumber' }, '')).toBe('Beta: expected a number, got nothing.');
  expect(refused('Seed', { kind: 'anyWhole' }, 'x')).toBe('Seed: expected a whole number, got “x”.');
  expect(refused('Latent size', { kind: 'whole', low: 1, high: 64 }, 65)).toBe(
    'Latent size: expected a whole number from 1 to 64, got 65.',
  );
});

it('has what the markup asks for, in both languages', () => {
  const markup = readFileSync('index.html', 'utf8');
  const paths = [...markup.matchAll(/data-(?:first-)?text(?:-[a-z-]+)?="([^"]+)"/g)].map(([, path]) => path);
  expect(paths.length).toBeGreaterThan(50);
  for (const path of paths) for (const text of [en, zh]) expect(lookUp(text, path ?? '')).not.toBe('');
});

it('fills content and attributes in, and refuses what it does not know', () => {
  expect(fillIn('<p class="a" data-text="input.lead"></p>')).toBe(
    `<p class="a" data-text="input.lead">${en.input.lead}</p>`,
  );
  expect(fillIn('<i data-text-title="input.pad"></i>')).toContain(`title="${en.input.pad}"`);
  expect(() => fillIn('<p data-text="input.nowhere"></p>')).toThrow('input.nowhere');
  expect(() => fillIn('<p data-text="input.lead">Draw.</p>')).toThrow('text of its own');
});
