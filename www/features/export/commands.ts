// Saving pictures and animations of what the page shows.

import type { Page } from '../../app/page';
import type { Handlers } from '../../app/send';

/** Saves what is called so, in the page's colours or black on white. */
export type ExportCommand = { do: 'save'; what: string; plain: boolean };

export const exportCommands = (
  page: Pick<Page, 'state' | 'explorer' | 'model' | 'exports'>,
): Handlers<ExportCommand> => ({
  async save({ what, plain }) {
    const { saving } = page.state.export;
    if (saving.value) return;
    const wanted = page.exports.find(({ name }) => name === what);
    if (!wanted) throw new Error(`Nothing saves “${what}”: add it to the exports of its feature.`);
    saving.value = true;
    try {
      const { blackOnWhite, themeColours } = await import('../../app/export/drawing');
      const save = await wanted.load();
      await save(page, plain ? blackOnWhite : themeColours());
    } finally {
      saving.value = false;
    }
  },
});
