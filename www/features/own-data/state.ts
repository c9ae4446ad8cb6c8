// Data of one's own: how it is to be read, what is being read, what came of it, and what is kept.

import { signal } from '@preact/signals-core';
import type { Trouble } from '../../app/trouble';
import type { DataSet, DataSource } from '../../engine/protocol';
import type {
  Drawn,
  ImportProgress,
  Parted,
  Parting,
  Preparation,
  TableKind,
  Tasting,
} from '../../engine/protocol/importer';

export interface Options {
  preparation: Required<Preparation>;
  parting: Required<Parting>;
  table: TableKind;
  tasting: Tasting;
}

/** How far reading is; how much there is to read is known once all folders were looked through. */
export interface Reading extends ImportProgress {
  all: { files: number; bytes: number } | undefined;
}

export interface Preview extends Parted {
  /** After what was chosen; empty where that has no name. */
  name: string;
  /** What tells the command line to read the same files alike. */
  reading: readonly string[];
}

/** A data set whose files are in this browser. */
export interface OwnSet extends DataSet {
  source: Extract<DataSource, { at: 'here' }>;
}

export interface KeptSet extends OwnSet {
  /** Milliseconds since 1970. */
  savedAt: number;
  /** Of all of its files. */
  bytes: number;
}

/** As the crate's own are. */
export const OPTIONS: Options = {
  preparation: { side: 28, channels: 1, fit: 'pad', layout: {} },
  parting: { seed: 0, testShare: 1 / 6, ink: 'found' },
  table: 'found',
  tasting: { leastPeople: 1, leastItems: 2 },
};

export const ownDataState = () => ({
  options: signal(OPTIONS),
  reading: signal<Reading | undefined>(undefined),
  preview: signal<Preview | undefined>(undefined),
  /** The newest first; nothing until the storage was read. */
  kept: signal<readonly KeptSet[] | undefined>(undefined),
  /** Those that another tab has deleted last. */
  gone: signal<readonly KeptSet[]>([]),
  /** What was drawn to be a data set; nothing until the storage was read. */
  mine: signal<readonly Drawn[] | undefined>(undefined),
  /** Whether a data set is being made of it. */
  making: signal(false),
  trouble: signal<Trouble | undefined>(undefined),
});

/** What was read, where it can be used. */
export const usable = (set: Parted['set'] | undefined) =>
  typeof set === 'object' && !('why' in set) ? set : undefined;
