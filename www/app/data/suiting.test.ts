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
  it('is such as items have alone, and as suits so many of them', () => {
    expect(on).toMatchObject({
      likelihood: 'multinomial',
      dataView: 'greyscale',
      corruption: 'none',
      network: 'dense',
    });
    expect(on).toMatchObject({
      latentSize: '2',
      hiddenSizes: '64',
      beta: '0.5',
      batchSize: '32',
      epochs: '100',
    });
    expect(formOn(on, films, many)).toMatchObject({ batchSize: '128', epochs: '5' });
  });

  it('is as at first once images come again', () => {
    expect(formOn(on, films, digits)).toEqual(DEFAULT_FORM);
    expect(formOn(formOn(on, films, many), many, digits)).toEqual(DEFAULT_FORM);
    expect(formOn(DEFAULT_FORM, digits, { ...digits, train: 9 })).toEqual(DEFAULT_FORM);
  });

  it('leaves what a person typed, unless the other kind of data has none of it', () => {
    const typed = {
      ...DEFAULT_FORM,
      beta: '4',
      latentSize: '8',
      corruption: 'noise',
      likelihood: 'gaussianFixed',
    };
    const texts = formOn(typed, digits, films);
    expect(texts).toMatchObject({
      beta: '4',
      latentSize: '8',
      corruption: 'none',
      likelihood: 'multinomial',
    });
    expect(formOn({ ...on, epochs: '7', corruption: 'mask' }, films, many)).toMatchObject({
      epochs: '7',
      corruption: 'mask',
    });
    expect(formOn({ ...on, epochs: '7' }, films, digits)).toEqual({ ...DEFAULT_FORM, epochs: '7' });
  });
});
