// Saving pictures and animations of what the page shows.

import type { Handlers } from '../commands';
import type { ExplorerClient } from '../exploring/explorer-client';
import type { Export } from '../state/export';
import type { State } from '../store';

export type ExportCommand = { do: 'save'; what: Export; plain: boolean };

export const exportActions = (
  state: State,
  explorer: Pick<ExplorerClient, 'ask'>,
): Handlers<ExportCommand> => ({
  async save({ what, plain }) {
    if (state.saving.value) return;
    state.saving.value = what;
    try {
      const { save } = await import('../export');
      await save(what, plain, state, explorer);
    } finally {
      state.saving.value = undefined;
    }
  },
});
