// What the rest of the page calls the data by.

import { effect } from '@preact/signals-core';
import { SITE_KEY } from '../../engine/data/spec';
import { knowData } from '../../ui/data-names';
import { speakOfDigits } from '../../ui/text';
import type { Page } from '../page';

export function followData({ state: { data }, report }: Pick<Page, 'state' | 'report'>) {
  // Of two of the same classes the one in use is meant.
  effect(() => knowData([...(data.used.value ? [data.used.value] : []), ...data.sets.value]));
  effect(() => {
    const key = data.used.value?.key ?? SITE_KEY;
    speakOfDigits(key === SITE_KEY).catch(report);
  });
}
