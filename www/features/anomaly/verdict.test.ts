import { expect, it } from 'vitest';
import type { Method, Placed } from '../../engine/protocol/uses';
import { verdictOf } from './verdict';

const placed = (method: Method, place: number): Placed => ({ method, value: 0, place });

it('flags what is higher than 99 % of the training images', () => {
  const scores = [placed('lowElbo', 0.99), placed('nearestCode', 0.5)];
  const verdict = verdictOf({ placed: scores, among: 300 });
  expect(verdict?.flagged.map(({ method }) => method)).toEqual(['lowElbo']);
  expect(verdict?.fooled).toBeUndefined();
});

it('says where the ELBO alone would never have flagged it', () => {
  const blank = [placed('lowElbo', 0.25), placed('complexityCorrected', 1)];
  expect(verdictOf({ placed: blank, among: 300 })?.fooled).toBe(0.75);
  expect(verdictOf({ placed: [placed('lowElbo', 0)], among: 300 })).toEqual({ flagged: [] });
});

it('says nothing by too few training images', () => {
  expect(verdictOf({ placed: [placed('lowElbo', 1)], among: 20 })).toBeUndefined();
});
