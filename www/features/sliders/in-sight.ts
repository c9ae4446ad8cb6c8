// Which sliders are in sight: of many dimensions the others' strips are not asked for.

import type { ReadonlySignal } from '@preact/signals-core';
import type { Send } from '../../app/send';
import { watch } from '../../ui/lifetime';
import { MOST_STRIPS } from './follow';
import type { SliderRow } from './row';

export function tellInSight(rows: ReadonlySignal<readonly SliderRow[]>, send: Send, signal: AbortSignal) {
  watch(signal, () => {
    const elements = rows.value.map(({ element }) => element);
    if (elements.length <= MOST_STRIPS) return;
    const dimensionOf = new Map<Element, number>(elements.map((element, dimension) => [element, dimension]));
    const seen = new Set<number>();
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const dimension = dimensionOf.get(target) ?? 0;
        if (isIntersecting) seen.add(dimension);
        else seen.delete(dimension);
      }
      send({ do: 'have in sight', dimensions: [...seen].toSorted((one, other) => one - other) });
    });
    for (const element of elements) observer.observe(element);
    return () => observer.disconnect();
  });
}
