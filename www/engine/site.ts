import { compile } from './compile';
import type { Hear } from './download';
import type { Site } from './protocol';
import { sumOf } from './sums';

const MODULE = 'wasm/cpu/latent_bg.wasm';

/** The site at `base`, its CPU build compiled for all workers. */
export async function openSite(base: string, hear?: Hear): Promise<Site> {
  return { base, module: await compile(new URL(MODULE, base), sumOf(MODULE), hear) };
}
