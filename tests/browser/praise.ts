// A data set of texts that praise or blame, each with words of its own kind.

import type { Page } from '@playwright/test';
import type { DataSpec } from '../../www/engine/protocol';
import { offerSet } from './offered';

const kinds = [
  ['awful', 'stale', 'burnt', 'broken', 'bitter'],
  ['lovely', 'warm', 'fresh', 'tasty', 'smooth'],
] as const;
const both = ['coffee', 'box', 'shop'];
const items = [...kinds[0], ...kinds[1], ...both];
const data: DataSpec = {
  kind: 'items',
  width: items.length,
  height: 1,
  channels: 1,
  classes: ['blame', 'praise'],
  items,
  terms: 'words',
};

/** Four words of five of its kind, and one of both. */
function text(index: number) {
  const label = index % 2;
  const own = (kinds[label] ?? []).filter((_, at) => at !== (index >> 1) % 5);
  const words = [...own, both[index % 3] ?? ''];
  const pixels = Buffer.from(items.map((item) => (words.includes(item) ? 1 : 0)));
  return { pixels, label, text: `${words.join(' ')}.` };
}

const texts = (count: number) => Array.from({ length: count }, (_, index) => text(index));

/** Listed beside MNIST. */
export const offerPraise = (page: Page) =>
  offerSet(page, { key: 'praise', data, train: texts(240), test: texts(24) });
