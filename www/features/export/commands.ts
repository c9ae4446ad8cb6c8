// Saving what the page shows: pictures, animations and figures.

import { part } from '../../app/async/part';
import { formatsWithout } from '../../app/export/codecs';
import { blackOnWhite, themeColours } from '../../app/export/drawing';
import type { ExportPage, FileFormat } from '../../app/export/exports';
import { saveBlob } from '../../app/export/files';
import type { Handlers } from '../../app/send';

/** Saves what is called so, in the page's colours or black on white. */
export type ExportCommand =
  | { do: 'save'; what: string; format: FileFormat; plain: boolean }
  /** Which of them this browser encodes. */
  | { do: 'find video formats' };

export const exportCommands = (page: ExportPage): Handlers<ExportCommand> => ({
  async save({ what, format, plain }) {
    const { saving } = page.state.export;
    if (saving.value) return;
    const wanted = page.exports.find(({ name }) => name === what);
    if (!wanted?.formats.includes(format))
      throw new Error(`Nothing saves “${what}” as ${format}: add it to the exports of its feature.`);
    saving.value = true;
    try {
      const make = await part(wanted.load());
      const file = await make(page, format, plain ? blackOnWhite : themeColours());
      if (file) saveBlob(file, `${what}.${format}`);
    } finally {
      saving.value = false;
    }
  },

  async 'find video formats'() {
    page.state.export.without.value = await formatsWithout();
  },
});
