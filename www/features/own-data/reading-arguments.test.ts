import { expect, it } from 'vitest';
import type { Imported } from '../../engine/protocol/importer';
import { readingArguments } from './reading-arguments';
import { OPTIONS, type Options } from './state';

const said = (paths: readonly string[], set: object, options: Partial<Options> = {}) => {
  const chosen = paths.map((path) => ({ path, file: undefined }));
  return readingArguments(chosen, { ...OPTIONS, ...options }, set as Imported).join(' ');
};

it('says of a table of tastes which file has the titles, and what of it counts', () => {
  expect(said(['likes.csv'], { people: {} })).toBe('--data likes.csv --tastes');
  expect(
    said(
      ['a-titles.csv', 'ratings.csv'],
      { people: {}, titles: 'a-titles.csv' },
      { tasting: { liked: 3.5, leastPeople: 10, leastItems: 2 } },
    ),
  ).toBe('--data ratings.csv --tastes --titles a-titles.csv --liked 3.5 --least-people 10');
});

it('says of texts which are to be tested on, else how they are parted', () => {
  expect(said(['a-test.csv', 'b.csv'], { texts: {} })).toBe('--data b.csv --words --test-texts a-test.csv');
  const parting = { ...OPTIONS.parting, seed: 3, testShare: 0.25 };
  expect(said(['b.csv'], { texts: {} }, { parting })).toBe(
    '--data b.csv --words --test-share 0.25 --split-seed 3',
  );
  expect(said(['names.txt'], { lines: {} }, { parting: { ...parting, testShare: 1 / 6 } })).toBe(
    '--data names.txt --split-seed 3',
  );
});

it('says of pictures how they were prepared', () => {
  expect(said(['cats/1.png', 'cats/2.png'], { counts: {} })).toBe('--data cats');
  expect(said(['1.png', '2.png'], { counts: {} })).toBe('--data .');
  expect(
    said(
      ['sheet.png'],
      { counts: {} },
      {
        preparation: { side: 32, channels: 3, fit: 'crop', layout: { tile: 16, labelColumn: 'kind' } },
        parting: { ...OPTIONS.parting, ink: 'dark' },
      },
    ),
  ).toBe('--data sheet.png --side 32 --colour --fit crop --ink dark --label-column kind --tile 16');
});
