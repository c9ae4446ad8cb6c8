// Strings of pickles as Python writes them.

import { expect, it } from 'vitest';
import { pickledStrings } from '../../../www/setup/data-sets/pickled-strings.mjs';

// python3 -c "import pickle; s = 'gr' + 'eat'; print(pickle.dumps([[s, 'tea', s], ['tea', 3, 300, 2.5, None]], protocol=5).hex())"
const pickle =
  '8005952e000000000000005d94285d94288c056772656174948c03746561946802655d942868034b034d2c014740040000000000004e65652e';

it('has each string where it stands, those that come again too, and nothing else', () => {
  expect(pickledStrings(Buffer.from(pickle, 'hex'))).toEqual(['great', 'tea', 'great', 'tea']);
});
