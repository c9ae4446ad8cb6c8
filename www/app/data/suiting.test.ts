import { describe, expect, it } from 'vitest';
import { SITE_DATA } from '../../engine/data/spec';
import type { DataSpec } from '../../engine/protocol';
import { DEFAULT_FORM } from '../settings/schema';
import { formOn } from './suiting';

const items = (count: number): DataSpec => ({
  ...SITE_DATA,
  kind: 'items',
  width: count,
  height: 1,
  classes: ['?'],
});
const digits = { data: SITE_DATA, train: 60_000 };
const films = { data: items(1255), train: 544 };
const many = { data: items(10_000), train: 100_000 };
const on = formOn(DEFAULT_FORM, digits, films);

describe('a form on rows of items', () => {
  it('is such as suits so many of them', () => {
    expect(on).toEqual({ ...DEFAULT_FORM, hiddenSizes: '64', beta: '0.5', batchSize: '32', epochs: '100' });
    expect(formOn(on, films, many)).toMatchObject({ hiddenSizes: '64', batchSize: '128', epochs: '5' });
  });

  it('is as at first once images come again', () => {
    expect(formOn(on, films, digits)).toEqual(DEFAULT_FORM);
    expect(formOn(formOn(on, films, many), many, digits)).toEqual(DEFAULT_FORM);
    expect(formOn(DEFAULT_FORM, digits, { ...digits, train: 9 })).toEqual(DEFAULT_FORM);
  });

  it('leaves what a person typed, unless items cannot have it', () => {
    const typed = { ...DEFAULT_FORM, beta: '4', latentSize: '8', likelihood: 'gaussianFixed' };
    const kept = { beta: '4', latentSize: '8', likelihood: 'gaussianFixed' };
    expect(formOn({ ...typed, corruption: 'noise' }, digits, films)).toMatchObject({
      ...kept,
      corruption: 'none',
    });
    expect(formOn({ ...typed, corruption: 'mask' }, digits, films)).toMatchObject({
      ...kept,
      corruption: 'mask',
    });
    expect(formOn({ ...on, epochs: '7' }, films, many)).toMatchObject({ epochs: '7', batchSize: '128' });
    expect(formOn({ ...on, epochs: '7' }, films, digits)).toEqual({ ...DEFAULT_FORM, epochs: '7' });
  });
});
