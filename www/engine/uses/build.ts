// What a model is good for: a build of the crate that whoever puts a model to use fetches.

import type * as UsesModule from '../../public/wasm/uses/latent';
import { fetchBuild } from '../build';

export type Model = UsesModule.UsesSession;

export type Loaded = typeof UsesModule & {
  default(given: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  moduleSize: number;
  moduleSum: string;
};

export const loadUses = (base: string) => fetchBuild<Loaded>('uses', base);
