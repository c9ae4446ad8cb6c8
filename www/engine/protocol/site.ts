// Where the page lies, and what its workers run on.

import type { Backend } from './crate';
import type { DataFiles } from './data';

export type BackendChoice = 'automatic' | Backend;

/** The builds of the crate; `threads` is the CPU build with a pool of threads. */
export type Build = Backend | 'threads';

/**
 * All builds: beside those that train, that of threads with fused products, the readers of one's own data, and what a model is
 * good for.
 */
export type Module = Build | 'fused' | 'import' | 'uses';

/** Where the page lies, the CPU build compiled once for all workers, and the data set that they work on. */
export interface Site {
  base: string;
  module: WebAssembly.Module;
  data: DataFiles;
}

/** Where the images are. */
export type Images = Pick<Site, 'base' | 'data'>;

export type Split = 'train' | 't10k';
