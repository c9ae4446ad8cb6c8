// Saving pictures and animations of what the page shows.

import type { Page } from '../../app/page';
import type { Handlers } from '../../app/send';
import type { State } from '../../app/store';
import type { Export } from './state';

export type ExportCommand = { do: 'save'; what: Export; plain: boolean };

export const exportCommands = (
  state: State,
  asked: Pick<Page, 'explorer' | 'model'>,
): Handlers<ExportCommand> => ({
  async save({ what, plain }) {
    if (state.export.saving.value) return;
    state.export.saving.value = what;
    try {
      const { save } = await import('./save.ts');
      await save(what, plain, state, asked);
    } finally {
      state.export.saving.value = undefined;
    }
  },
});
