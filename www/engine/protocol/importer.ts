// What the page asks of the worker that reads a data set of one's own.

import type { LeftOut, Parting, Preparation } from '../../public/wasm/import/latent';
import type { DataSpec } from './crate';
import type { DataFiles, SplitFiles } from './data';
import type { Split } from './site';

export type { Fit, Ink, LeftOut, Parting, Preparation, Refused, Why } from '../../public/wasm/import/latent';

/** A file by its path below what was chosen; none where the browser could not even open it. */
export interface ChosenFile {
  path: string;
  file: File | undefined;
}

/** What has been read of all files so far. */
export interface ImportProgress {
  files: number;
  pictures: number;
  bytes: number;
}

/** A data set of one's own as it is parted. */
export interface ImportedSet {
  /** The start of a SHA-256 of all of it, in hexadecimal. */
  key: string;
  /** The SHA-256 of all its files, in hexadecimal; nothing where the browser reckons none. */
  sum: string;
  data: DataSpec;
  splits: Readonly<Record<Split, SplitFiles>>;
  /** How many pictures there are of each class. */
  counts: Readonly<Record<Split, readonly number[]>>;
  /** The first training images, one after the other, and their classes. */
  sheet: { images: Uint8Array; labels: Uint8Array };
  /** How many pictures' dark ink was made light. */
  inverted: number;
}

export interface Parted {
  leftOut: LeftOut;
  pictures: number;
  /** Or why there is none. */
  set: ImportedSet | 'few pictures' | 'many classes';
}

/** Grey images of 28 x 28, and of each the name of its class. */
export interface Drawn {
  pixels: Uint8Array;
  class: string;
}

export interface ImporterApi {
  /** Comes before reading. */
  open(base: string, preparation: Preparation): Promise<void>;
  /** Some files, after those before. */
  read(files: readonly ChosenFile[], hear: MessagePort): Promise<void>;
  /** All that was read. */
  part(parting: Parting): Promise<Parted>;
  /** A drawing on a square pad as one image of the data; nothing for a pad without ink. */
  prepared(base: string, drawing: Uint8Array, side: number, data: DataSpec): Promise<Uint8Array | undefined>;
  /** Of two drawings or more a data set of about 2,000 images, with some of another one's, if one is named. */
  made(base: string, drawings: readonly Drawn[], of: DataSpec, mixed?: DataFiles): Promise<ImportedSet>;
  /** As it is of an imported set. */
  sumOf(splits: Readonly<Record<Split, SplitFiles>>): Promise<string>;
}
