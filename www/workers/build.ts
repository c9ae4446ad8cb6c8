import type { Backend, Site } from '../protocol';
import type * as Latent from '../public/wasm/cpu/latent';

export type { Latent };

/** Loads a build of the crate. The CPU build comes compiled; the large one is fetched only here, when wanted. */
export async function loadBuild(backend: Backend, { base, module }: Site): Promise<typeof Latent> {
  const url = new URL(`wasm/${backend}/latent.js`, base);
  const latent: typeof Latent = await import(/* @vite-ignore */ url.href);
  await latent.default(backend === 'cpu' ? { module_or_path: module } : undefined);
  return latent;
}
