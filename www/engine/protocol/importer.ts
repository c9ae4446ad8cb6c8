// What the page asks of the worker that reads a data set of one's own.

import type {
  Favourite,
  LeftOut,
  LineLeftOut,
  Parting,
  Preparation,
  UnreadTexts as Refused,
  UnreadLines as RefusedLines,
  TasteOptions,
  Unread,
} from '../../public/wasm/import/latent';
import type { DataSpec } from './crate';
import type { DataFiles, SplitFiles } from './data';
import type { Split } from './site';

export type {
  Fit,
  Ink,
  LeftOut,
  LineLeftOut,
  LinesRefused,
  Parting,
  Preparation,
  Refused,
  TasteRefused,
  TextsRefused,
  Unread,
  Why,
} from '../../public/wasm/import/latent';

/** What a table is of: pictures, who likes what, texts as bags of words, or a text a line, character by character. */
export type TableKind = 'found' | 'pictures' | 'tastes' | 'texts' | 'lines';

/** A table that is not read as one of texts. */
export interface UnreadTexts extends Refused {
  of: 'texts';
}

/** A file that is not read as one of lines. */
export interface UnreadLines extends RefusedLines {
  of: 'lines';
}

/** What of a table of tastes counts. */
export type Tasting = Pick<TasteOptions, 'liked' | 'leastPeople' | 'leastItems'>;

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

/** What is kept of a data set of one's own as it is parted. */
export interface ImportedFiles {
  /** The start of a SHA-256 of all of it, in hexadecimal. */
  key: string;
  /** The SHA-256 of all its files, in hexadecimal; nothing where the browser reckons none. */
  sum: string;
  data: DataSpec;
  splits: Readonly<Record<Split, SplitFiles>>;
}

/** Of pictures. */
export interface ImportedSet extends ImportedFiles {
  /** How many pictures there are of each class. */
  counts: Readonly<Record<Split, readonly number[]>>;
  /** The first training images, one after the other, and their classes. */
  sheet: { images: Uint8Array; labels: Uint8Array };
  /** How many pictures' dark ink was made light. */
  inverted: number;
}

/** Of people and what they like. */
export interface ImportedTastes extends ImportedFiles {
  people: Readonly<Record<Split, number>>;
  /** Of all people together. */
  likes: number;
  /** The file that says what the items are called, where another one does. */
  titles: string | undefined;
  /** The most liked items first. */
  favourites: readonly Favourite[];
}

/** Of texts. */
export interface ImportedTexts extends ImportedFiles {
  texts: Readonly<Record<Split, number>>;
  /** Texts without a word that counts. */
  leftOut: number;
  /** The words that most texts have. */
  commonest: readonly string[];
}

/** Of lines, each a text. */
export interface ImportedLines extends ImportedFiles {
  lines: Readonly<Record<Split, number>>;
  /** Lines that say what one before says. */
  again: number;
  /** The first that are no texts, and how many they all are. */
  leftOut: readonly LineLeftOut[];
  refusals: number;
  first: readonly string[];
}

export type Imported = ImportedSet | ImportedTastes | ImportedTexts | ImportedLines;

export interface Parted {
  leftOut: LeftOut;
  pictures: number;
  /** Or why there is none. */
  set: Imported | Unread | UnreadTexts | UnreadLines | 'few pictures' | 'many classes';
}

/** Grey images of 28 x 28, and of each the name of its class. */
export interface Drawn {
  pixels: Uint8Array;
  class: string;
}

export interface ImporterApi {
  /** Comes before reading. */
  open(base: string, preparation: Preparation, table: TableKind): Promise<void>;
  /** Some files, after those before. */
  read(files: readonly ChosenFile[], hear: MessagePort): Promise<void>;
  /** All that was read. */
  part(parting: Parting, tasting: Tasting): Promise<Parted>;
  /** A drawing on a square pad as one image of the data; nothing for a pad without ink. */
  prepared(base: string, drawing: Uint8Array, side: number, data: DataSpec): Promise<Uint8Array | undefined>;
  /** Of two drawings or more a data set of about 2,000 images, with some of another one's, if one is named. */
  made(base: string, drawings: readonly Drawn[], of: DataSpec, mixed?: DataFiles): Promise<ImportedSet>;
  /** As it is of an imported set. */
  sumOf(splits: Readonly<Record<Split, SplitFiles>>): Promise<string>;
}
