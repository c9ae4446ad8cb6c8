// A use costs nothing until somebody unfolds its panel.

import { part } from '../async/part';
import type { Page } from '../page';
import { isWanted } from './state';

/** Fetches what follows the model for a use, once its panel is unfolded. */
export function whenOpen(page: Page, use: string, load: () => Promise<{ follow(page: Page): void }>) {
  const begin = () => {
    part(load())
      .then(({ follow }) => follow(page))
      .catch((error: unknown) => page.report(error, begin));
  };
  const stop = page.state.uses.open.subscribe((open) => {
    if (!isWanted(open, use)) return;
    queueMicrotask(() => stop());
    begin();
  });
}
