import { expect, it } from 'vitest';
import type { Row } from '../../engine/protocol/uses';
import { keptOf } from './follow';

const row = (method: Row['method'], quantity: Row['quantity'], value: number): Row => ({
  case: { kind: 'whole' },
  method,
  quantity,
  value,
});

it('takes what each method keeps from a report, and nothing from one that is not whole', () => {
  const rows = [
    row('codes', 'trustworthiness', 0.9),
    row('codes', 'neighboursKept', 0.3),
    row('pcaAsMany', 'trustworthiness', 0.7),
  ];
  expect(keptOf(rows, 'codes')).toEqual({ trustworthiness: 0.9, neighbours: 0.3 });
  expect(keptOf(rows, 'pcaAsMany')).toBeUndefined();
});
