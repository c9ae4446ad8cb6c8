// Strings and numbers of pickles as Python writes them.

import { expect, it } from 'vitest';
import { pickledBytes, pickledStrings } from '../../../www/setup/data-sets/pickled.mjs';

// python3 -c "import pickle; s = 'gr' + 'eat'; print(pickle.dumps([[s, 'tea', s], ['tea', 3, 300, 2.5, None]], protocol=5).hex())"
const pickle =
  '8005952e000000000000005d94285d94288c056772656174948c03746561946802655d942868034b034d2c014740040000000000004e65652e';

it('has each string where it stands, those that come again too, and nothing else', () => {
  expect(pickledStrings(Buffer.from(pickle, 'hex'))).toEqual(['great', 'tea', 'great', 'tea']);
});

// python3 -c "import pickle; print(pickle.dumps([['tea', float('nan'), 'cake', 2.5]], protocol=5).hex())"
const missing =
  '80059527000000000000005d945d94288c0374656194477ff80000000000008c0463616b659447400400000000000065612e';

it('leaves the place of one that is missing', () => {
  expect(pickledStrings(Buffer.from(missing, 'hex'))).toEqual(['tea', '', 'cake']);
});

// python3 -c "import pickle; print(pickle.dumps([bytearray(b'\1' * 3), 'tea', bytearray(b'\2' * 300)], protocol=5).hex())"
const numbers =
  '8005954e010000000000005d9428960300000000000000010101948c0374656194962c0100000000000002020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020294652e';

it('has the bytes of each array of numbers', () => {
  const arrays = pickledBytes(Buffer.from(numbers, 'hex')).map((bytes) => [...bytes]);
  expect(arrays).toEqual([Array(3).fill(1), Array(300).fill(2)]);
});
