import { afterEach, expect, it } from 'vitest';
import { record, untouched } from '../../app/undoable';
import { SITE_DATA } from '../../engine/data/spec';
import { showData } from '../../ui/shown-data';
import { allFit } from './sheet';

afterEach(() => showData(SITE_DATA));

it('tells whether samples on the pad, also those that can be undone, are of the data that is shown', () => {
  const sample = { split: 't10k', index: 0, label: 1, pixels: new Uint8Array(784) } as const;
  const history = record(untouched<object>(sample), []);
  expect([allFit(history), allFit(untouched([]))]).toEqual([true, true]);
  showData({ ...SITE_DATA, channels: 3 });
  expect([allFit(history), allFit(untouched([]))]).toEqual([false, true]);
});
