// How many of a long list are in sight: that it goes on is said, too.

import { computed, type ReadonlySignal, signal as signalOf } from '@preact/signals-core';
import { find } from '../../ui/dom';
import { onResize, watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import type { SliderRow } from './row';

export function tellHowMany(
  root: HTMLElement,
  list: HTMLElement,
  rows: ReadonlySignal<readonly SliderRow[]>,
  signal: AbortSignal,
) {
  const words = find(HTMLElement, '#sliders-shown', root);
  const whole = signalOf(0);
  const count = () => {
    const end = list.clientHeight;
    const top = list.firstElementChild instanceof HTMLElement ? list.firstElementChild.offsetTop : 0;
    whole.value = rows
      .peek()
      .filter(({ element }) => element.offsetTop + element.offsetHeight - top <= end).length;
  };
  onResize(signal, list, count);
  watch(signal, () => {
    if (rows.value.length > 0) count();
    // Out of sight they are as high as was assumed.
    const observer = new ResizeObserver(count);
    for (const { element } of rows.value) observer.observe(element);
    return () => observer.disconnect();
  });
  const all = computed(() => whole.value >= rows.value.length);
  watch(signal, () => {
    words.hidden = all.value;
    words.textContent = text.value.sliders.shownOf(whole.value, rows.value.length);
  });
}
