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
  ];
  const { data } = Papa.parse<string[]>(csvText(['name', 'nats'], rows).slice(1).trimEnd());
  expect(data.slice(1)).toEqual([
    ['数字, 7', '-1e-7'],
    ["'=1+1", '3'],
  ]);
});
