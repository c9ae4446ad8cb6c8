// The readers of data of one's own: a build of the crate that whoever brings some fetches.

import type * as Readers from '../public/wasm/import/latent';
import { fetchBuild } from './build';

export type { Readers };

type Fetched = typeof Readers & { moduleSize: number; moduleSum: string };

export const loadReaders = (base: string) => fetchBuild<Fetched>('import', base);
