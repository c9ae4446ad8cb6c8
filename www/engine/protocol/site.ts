// Where the page lies, and what its workers run on.

import type { Backend } from './crate';

export type BackendChoice = 'automatic' | Backend;

/** The builds of the crate; `threads` is the CPU build with a pool of threads. */
export type Build = Backend | 'threads';

/** Where the page lies, and the CPU build compiled once for all workers. */
export interface Site {
  base: string;
  module: WebAssembly.Module;
}

export type Split = 'train' | 't10k';
