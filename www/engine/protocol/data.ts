// Which data set the page runs on, and where it lies.

import type { DataSpec } from './crate';
import type { Split } from './site';

/** IDX files of one split, plain or gzip; of items the first is a file of their rows. */
export interface SplitFiles {
  images: Blob;
  labels: Blob;
  /** Of bags of words the texts themselves, a line each. */
  texts?: Blob;
}

/** In a folder of the site, whose manifest lists its files; or held by this browser. */
export type DataSource =
  | { at: 'site'; folder: string }
  | { at: 'here'; splits: Readonly<Record<Split, SplitFiles>> };

export interface DataSet {
  /** A built-in one's name; of one's own data the start of a SHA-256 of all of it, in hexadecimal. */
  key: string;
  /** As it is shown. */
  name: string;
  data: DataSpec;
  /** How many samples each split has. */
  train: number;
  test: number;
  source: DataSource;
  /** Of one's own data from files: what tells the command line to read the same. */
  reading?: readonly string[];
}

/** What those who read the images need to know of it. */
export type DataFiles = Pick<DataSet, 'data' | 'source'>;
