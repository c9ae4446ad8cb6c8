import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { csvBlob, csvText } from './csv';

it('begins with a byte-order mark, and quotes what a table would break at', async () => {
  const text = csvText(['name', 'nats'], [['the “wide” one, "mine"\nβ = 4', -105.5]]);
  expect(text).toBe('\ufeffname,nats\r\n"the “wide” one, ""mine""\nβ = 4",-105.5\r\n');
  const bytes = new Uint8Array(await csvBlob(['a'], [[1]]).arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

it('comes back as it was, and no name is a formula', () => {
  const rows = [
    ['数字, 7', -1e-7],
    ['=1+1', 3],
    ['=1\n+1', 3],
  ];
  const { data } = Papa.parse<string[]>(csvText(['name', 'nats'], rows).slice(1).trimEnd());
  expect(data.slice(1)).toEqual([
    ['数字, 7', '-1e-7'],
    ["'=1+1", '3'],
    ["'=1\n+1", '3'],
  ]);
});

it('comes back as it was, whatever it says', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true }),
    fc.constantFrom('=', '"', '\r', '\n', ',', '\ufeff'),
  );
  const table = fc.integer({ min: 2, max: 4 }).chain((width) => {
    const row = fc.array(cell, { minLength: width, maxLength: width });
    return fc.array(row, { minLength: 1, maxLength: 5 });
  });
  // A spreadsheet takes what begins so for a formula.
  const shown = (value: string | number) =>
    typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  fc.assert(
    fc.property(table, (rows) => {
      const text = csvText(rows[0]?.map((_, column) => `c${column}`) ?? [], rows);
      const { data } = Papa.parse<string[]>(text.slice(1).replace(/\r\n$/, ''), {
        newline: '\r\n',
        delimiter: ',',
      });
      expect(data.slice(1)).toEqual(rows.map((row) => row.map(shown)));
    }),
  );
});
