import { afterEach, expect, it, vi } from 'vitest';
import type { DataSpec } from '../protocol';
import { isSameData, SITE_DATA } from './spec';

afterEach(() => vi.restoreAllMocks());

const words = (): DataSpec => ({
  ...SITE_DATA,
  kind: 'items',
  width: 3,
  height: 1,
  items: ['tea', 'cake', 'jam'],
});

it('tells data apart by classes and items, whoever has them', () => {
  expect(isSameData(words(), words())).toBe(true);
  expect(isSameData(words(), { ...words(), items: ['tea', 'cake', 'ham'] })).toBe(false);
  expect(isSameData(SITE_DATA, { ...SITE_DATA, classes: ['a'] })).toBe(false);
  const turned = Object.fromEntries(Object.entries(words()).reverse()) as unknown as DataSpec;
  expect(isSameData(words(), turned)).toBe(true);
});

it('writes what may have thousands of items once, however often it is asked', () => {
  const [one, other] = [words(), words()];
  const stringify = vi.spyOn(JSON, 'stringify');
  for (let asked = 0; asked < 1000; asked++) expect(isSameData(one, other)).toBe(true);
  expect(stringify).toHaveBeenCalledTimes(2);
});
