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
