// What the rest of the page calls the data by.

import { effect } from '@preact/signals-core';
import { knowData } from '../../ui/data-names';
import { speakOf } from '../../ui/text';
import { part } from '../async/part';
import type { Page } from '../page';
import { samplesOf } from './samples';

export function followData({ state: { data }, report }: Pick<Page, 'state' | 'report'>) {
  // Of two of the same classes the one in use is meant.
  effect(() => knowData([...(data.used.value ? [data.used.value] : []), ...data.sets.value]));
  effect(() => {
    const used = data.used.value;
    part(speakOf(used ? samplesOf(used) : 'digits')).catch(report);
  });
}
