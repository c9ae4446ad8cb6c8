// The page as it was left: what is unfolded, and the layers of the map that were switched.

import { effect } from '@preact/signals-core';
import type { Page } from '../../app/page';
import { store, stored } from '../../app/stored';

interface Layout {
  /** Whether it is unfolded, by its id. */
  folds: Readonly<Record<string, boolean>>;
  layers: readonly (readonly [id: string, on: boolean])[];
}

const NAME = 'layout';
/** A menu is no part of the page: it folds when it is left. */
const FOLDS = 'details[id]:not(.map-menu)';

export async function keepLayout({ state, send }: Pick<Page, 'state' | 'send'>) {
  const before = await stored<Layout>(NAME);
  const folds = { ...before?.folds };
  // What a link says stands.
  const link = new URLSearchParams(location.search);
  for (const details of document.querySelectorAll<HTMLDetailsElement>(FOLDS))
    if (!link.has('open')) details.open = folds[details.id] ?? details.open;
  // What was switched since the page came stands.
  const switched = state.map.layers.peek();
  for (const [id, on] of before?.layers ?? [])
    if (!switched.has(id) && !link.has('layers')) send({ do: 'switch layer', id, on });
  const keep = () => store(NAME, { folds, layers: [...state.map.layers.peek()] } satisfies Layout);
  document.addEventListener(
    'toggle',
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement && target.matches(FOLDS))) return;
      folds[target.id] = target.open;
      void keep();
    },
    // It does not bubble.
    { capture: true },
  );
  effect(() => {
    if (state.map.layers.value !== switched) void keep();
  });
}
