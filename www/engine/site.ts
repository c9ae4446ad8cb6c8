import { compile } from './compile';
import { SITE_FILES } from './data/spec';
import { download, type Hear } from './download';
import type { Site } from './protocol';
import { sumOf } from './sums';

const MODULE = 'wasm/cpu/latent_bg.wasm';
const SCRIPT = 'wasm/cpu/latent.js';

/** The site at `base` with the data set that is served with it, its CPU build checked and compiled for all workers. */
export async function openSite(base: string, hear?: Hear): Promise<Site> {
  const [module] = await Promise.all([
    compile(new URL(MODULE, base), sumOf(MODULE), hear),
    download(new URL(SCRIPT, base), sumOf(SCRIPT)),
  ]);
  return { base, module, data: SITE_FILES };
}
