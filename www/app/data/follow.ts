// What the rest of the page calls the data by.

import { effect } from '@preact/signals-core';
import { hasTexts, hasWords, isImage, SITE_KEY } from '../../engine/data/spec';
import type { DataSet } from '../../engine/protocol';
import { knowData } from '../../ui/data-names';
import { type Samples, speakOf } from '../../ui/text';
import { part } from '../async/part';
import type { Page } from '../page';

export function followData({ state: { data }, report }: Pick<Page, 'state' | 'report'>) {
  // Of two of the same classes the one in use is meant.
  effect(() => knowData([...(data.used.value ? [data.used.value] : []), ...data.sets.value]));
  effect(() => {
    part(speakOf(samplesOf(data.used.value))).catch(report);
  });
}

function samplesOf(used: DataSet | undefined): Samples {
  if (used && (hasWords(used.data) || hasTexts(used.data))) return 'texts';
  if (used && !isImage(used.data)) return 'people';
  return used && used.key !== SITE_KEY ? 'images' : 'digits';
}
