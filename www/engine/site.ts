import { compile } from './compile';
import { SITE_FILES } from './data/spec';
import type { Hear } from './download';
import type { Site } from './protocol';
import { sumOf } from './sums';

const MODULE = 'wasm/cpu/latent_bg.wasm';

/** The site at `base` with the data set that is served with it, its CPU build compiled for all workers. */
export async function openSite(base: string, hear?: Hear): Promise<Site> {
  const module = await compile(new URL(MODULE, base), sumOf(MODULE), hear);
  return { base, module, data: SITE_FILES };
}
