import { expect, it } from 'vitest';
import { SETTINGS } from '../../app/settings/schema';
import { firstValues, readValues } from './values';

function settingOf(name: string) {
  const found = SETTINGS.find((setting) => setting.name === name);
  if (!found) throw new Error(`Expected a setting called ${name}.`);
  return found;
}

it('takes numbers apart at commas, spaces and semicolons', () => {
  expect(readValues(settingOf('beta'), '0, 1;4  −2，8')).toEqual(['0', '1', '4', '-2', '8']);
  expect(readValues(settingOf('beta'), ' ')).toEqual([]);
});

it('takes lists apart at semicolons alone', () => {
  expect(readValues(settingOf('hiddenSizes'), '64; 256,128')).toEqual(['64', '256,128']);
});

it('has something to try for every setting', () => {
  for (const setting of SETTINGS) expect(typeof firstValues(setting, '1')).toBe('string');
  expect(readValues(settingOf('beta'), firstValues(settingOf('beta'), '1'))).toEqual(['0', '1', '4']);
});
