// A data set of a test's own, listed beside the site's.

import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { DataSpec } from '../../www/engine/protocol';
import { encodeIdx, encodeLabels } from '../../www/setup/idx.mjs';
import { sumOf } from '../../www/setup/sums.mjs';

interface Sample {
  pixels: Buffer;
  label: number;
  /** Of bags of words. */
  text?: string;
}

interface Offered {
  key: string;
  data: DataSpec;
  train: readonly Sample[];
  test: readonly Sample[];
}

function filesOf(split: string, { kind, width, height, channels }: DataSpec, samples: readonly Sample[]) {
  const bytes = Buffer.concat(samples.map(({ pixels }) => pixels));
  const name = kind === 'image' ? 'images-idx3-ubyte' : 'rows';
  const texts = samples.flatMap(({ text }) => text ?? []).join('\n');
  return {
    ...(texts && { [`${split}-texts.gz`]: gzipSync(texts) }),
    [`${split}-${name}.gz`]: gzipSync(encodeIdx([samples.length, channels * height, width], bytes)),
    [`${split}-labels-idx1-ubyte.gz`]: gzipSync(encodeLabels(samples)),
  };
}

export async function offerSet(page: Page, { key, data, train, test }: Offered) {
  const samples = { ...filesOf('train', data, train), ...filesOf('t10k', data, test) };
  const sums = Object.fromEntries(Object.entries(samples).map(([name, bytes]) => [name, sumOf(bytes)]));
  const about = { name: key, source: 'npm', train: train.length, test: test.length, data };
  const files: Record<string, Buffer | string> = {
    ...samples,
    'manifest.json': JSON.stringify({ ...about, files: sums }),
  };
  for (const [name, body] of Object.entries(files))
    await page.route(`**/data/${key}/${name}`, (route) => route.fulfill({ body }));
  await page.route('**/data/sets.json', (route) =>
    route.fulfill({ json: [{ key, data, train: train.length, test: test.length }] }),
  );
}
