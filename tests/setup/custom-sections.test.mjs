import { expect, test } from 'vitest';
import { withoutCustomSections } from '../../www/setup/custom-sections.mjs';

const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const types = [1, 4, 1, 0x60, 0, 0];
const name = [0, 5, 4, 0x6e, 0x61, 0x6d, 0x65];

test('drops custom sections and keeps the others as they are', () => {
  const module = Buffer.from([...header, ...name, ...types, ...name]);
  const stripped = withoutCustomSections(module);
  expect([...stripped]).toEqual([...header, ...types]);
});

test('reads sizes of several bytes', () => {
  const long = [0, 0x85, 0x01, 4, 0x6e, 0x61, 0x6d, 0x65, ...new Array(128).fill(7)];
  expect([...withoutCustomSections(Buffer.from([...header, ...long, ...types]))]).toEqual([
    ...header,
    ...types,
  ]);
});

test('refuses a file that is cut short', () => {
  expect(() => withoutCustomSections(Buffer.from([...header, ...types.slice(0, 4)]))).toThrow(
    'section of 4 bytes',
  );
  expect(() => withoutCustomSections(Buffer.from([...header, 1, 0x80]))).toThrow('cut short');
});
