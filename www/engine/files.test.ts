import { expect, it, vi } from 'vitest';
import { SITE_DATA } from './data/spec';
import { fetchFirstSamples } from './explorer/first-samples';
import { fetchSamples } from './files';
import type { DataSpec, Images } from './protocol';

const data: DataSpec = { ...SITE_DATA, width: 2, height: 1, classes: ['cat', 'dog'] };
const images = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 2, 1, 2, 3, 4, 5, 6);
const labels = Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 3, 0, 1, 1);
const split = { images: new Blob([images]), labels: new Blob([labels]) };
const here: Images = {
  base: 'http://page.test/',
  data: { data, source: { at: 'here', splits: { train: split, t10k: split } } },
};

const parse = (images: Uint8Array, labels: Uint8Array, spec: DataSpec) => ({ images, labels, spec });
const latent = { Dataset: { parse } } as never;

it('reads what this browser holds, and fetches nothing', async () => {
  vi.stubGlobal('fetch', () => expect.unreachable());
  expect(await fetchSamples(latent, here, 'train')).toEqual({ images, labels, spec: data });
  const first = { images: images.slice(0, 20), labels: labels.slice(0, 10), spec: data };
  first.images[7] = 2;
  first.labels[7] = 2;
  expect(await fetchFirstSamples(latent, here, 't10k', 2)).toEqual(first);
  vi.unstubAllGlobals();
});
