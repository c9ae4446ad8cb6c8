// What came of images that were compressed and read back.

import { signal } from '@preact/signals-core';
import type { Subject } from '../../app/model/subject';
import type { Packed, Packing } from '../../engine/protocol/uses';

export interface Compressed {
  subject: Subject;
  packing: Packing;
  images: number;
  packed: Packed;
  /** Bytes of the same images by gzip, all at once. */
  gzip: number;
}

export const compressState = () => ({
  result: signal<Compressed | undefined>(undefined),
  works: signal(false),
});
