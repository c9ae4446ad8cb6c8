// A use costs nothing until somebody unfolds its panel.

import { computed } from '@preact/signals-core';
import { given } from '../async/given';
import { part } from '../async/part';
import type { Page } from '../page';
import { isWanted } from './state';

/** Fetches what follows the model for a use, once its panel is unfolded; once, whatever else is unfolded in the same moment. */
export function whenOpen(page: Page, use: string, load: () => Promise<{ follow(page: Page): void }>) {
  const begin = () => {
    part(load())
      .then(({ follow }) => follow(page))
      .catch((error: unknown) => page.report(error, begin));
  };
  given(computed(() => isWanted(page.state.uses.open.value, use) || undefined)).then(begin);
}
