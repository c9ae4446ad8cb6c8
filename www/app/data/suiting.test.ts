import { describe, expect, it } from 'vitest';
import { SITE_DATA } from '../../engine/data/spec';
import type { DataSpec } from '../../engine/protocol';
import { formOf } from '../settings/form';
import { DEFAULT_FORM } from '../settings/schema';
import { formFor, formOn } from './suiting';

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
const on = formOn(DEFAULT_FORM, DEFAULT_FORM, films);
const proposed = formFor(films);

describe('a form on rows of items', () => {
  it('is such as suits so many of them', () => {
    expect(on).toEqual({ ...DEFAULT_FORM, hiddenSizes: '64', beta: '0.5', batchSize: '32', epochs: '100' });
    expect(formOn(on, proposed, many)).toMatchObject({ hiddenSizes: '64', batchSize: '128', epochs: '5' });
  });

  it('is as at first once images come again', () => {
    expect(formOn(on, proposed, digits)).toEqual(DEFAULT_FORM);
    expect(formOn(formOn(on, proposed, many), formFor(many), digits)).toEqual(DEFAULT_FORM);
    expect(formOn(DEFAULT_FORM, DEFAULT_FORM, { ...digits, train: 9 })).toEqual(DEFAULT_FORM);
  });

  it('leaves what a person typed, unless items cannot have it', () => {
    const typed = { ...DEFAULT_FORM, beta: '4', latentSize: '8', likelihood: 'gaussianFixed' };
    const kept = { beta: '4', latentSize: '8', likelihood: 'gaussianFixed' };
    expect(formOn({ ...typed, corruption: 'noise' }, DEFAULT_FORM, films)).toMatchObject({
      ...kept,
      corruption: 'none',
    });
    expect(formOn({ ...typed, corruption: 'mask' }, DEFAULT_FORM, films)).toMatchObject({
      ...kept,
      corruption: 'mask',
    });
    expect(formOn({ ...on, epochs: '7' }, proposed, many)).toMatchObject({ epochs: '7', batchSize: '128' });
    expect(formOn({ ...on, epochs: '7' }, proposed, digits)).toEqual({ ...DEFAULT_FORM, epochs: '7' });
  });

  it('leaves nothing of what a model was trained with, but what a person typed since', () => {
    const recipe = formOf({
      hiddenSizes: '320, 96',
      optimizer: 'adamW',
      freeBits: '1.6',
      schedule: 'cosine',
    });
    expect(formOn(recipe, recipe, films)).toEqual(on);
    expect(formOn({ ...recipe, beta: '4' }, recipe, films)).toEqual({ ...on, beta: '4' });
  });
});
