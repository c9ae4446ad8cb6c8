// A survey's figures as tables: one for each case, methods down and quantities across.

import { isOfModel } from '../../app/uses/restored-words';
import type { Case, Method, Quantity, Row } from '../../engine/protocol/surveyor';

export interface Table {
  of: Case;
  quantities: readonly Quantity[];
  lines: readonly Line[];
}

export interface Line {
  method: Method;
  ofModel: boolean;
  /** One for each quantity, where it was measured. */
  values: readonly (number | undefined)[];
  /** Of each value whether no other line has a better one. */
  best: readonly boolean[];
}

/** The less, the better. */
const LESS = new Set<string>(['squaredError', 'frechetDistance', 'bitsPerPixel']);
/** Neither is better. */
const NEITHER = new Set<Quantity>([
  'nearestDistance',
  'shareBelow',
  'recallAt20Error',
  'recallAt50Error',
  'ndcgAt100Error',
]);

export function tablesOf(rows: readonly Row[]): Table[] {
  const cases = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(row.case);
    cases.set(key, [...(cases.get(key) ?? []), row]);
  }
  return [...cases.values()].map(tableOf);
}

function tableOf(rows: readonly Row[]): Table {
  const quantities = [...new Set(rows.map(({ quantity }) => quantity))];
  const methods = [...new Set(rows.map(({ method }) => method))];
  const valueIn = (method: Method, quantity: Quantity) =>
    rows.find((row) => row.method === method && row.quantity === quantity)?.value;
  const best = quantities.map((quantity) => bestOf(quantity, rows));
  const lines = methods.map((method) => {
    const values = quantities.map((quantity) => valueIn(method, quantity));
    return {
      method,
      ofModel: isOfModel(method),
      values,
      best: values.map((value, index) => value !== undefined && value === best[index]),
    };
  });
  return { of: (rows[0] as Row).case, quantities, lines };
}

function bestOf(quantity: Quantity, rows: readonly Row[]): number | undefined {
  if (NEITHER.has(quantity)) return undefined;
  const values = rows.filter((row) => row.quantity === quantity).map(({ value }) => value);
  if (values.length < 2) return undefined;
  return LESS.has(quantity) ? Math.min(...values) : Math.max(...values);
}
