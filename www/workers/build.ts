import type { Backend, Site } from '../protocol';
import type * as Latent from '../public/wasm/cpu/latent';

export type { Latent };

/** `threads` is the CPU build with a pool of threads. */
export type Build = Backend | 'threads';

/** The functions of a build; the pool's only where it has one. */
export type Loaded = typeof Latent & { initThreadPool?(threads: number): Promise<void> };

/** Loads a build of the crate. The plain CPU build comes compiled; the others are fetched only here, when wanted. */
export async function loadBuild(build: Build, { base, module }: Site): Promise<Loaded> {
  const url = new URL(`wasm/${build}/latent.js`, base);
  const latent: Loaded = await import(/* @vite-ignore */ url.href);
  await latent.default(build === 'cpu' ? { module_or_path: module } : undefined);
  return latent;
}
