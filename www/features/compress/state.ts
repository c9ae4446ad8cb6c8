// What came of images that were compressed and read back.

import { computed, signal } from '@preact/signals-core';
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

export function compressState() {
  const result = signal<Compressed | undefined>(undefined);
  const works = signal(false);
  /** What is shown and saved: nothing of the last one while the next is made. */
  const shown = computed(() => (works.value ? undefined : result.value));
  return { result, works, shown };
}
