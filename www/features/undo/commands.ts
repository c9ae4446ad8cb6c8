// Undoing what was done last.

import type { Handlers } from '../../app/send';
import type { State } from '../../app/store';

export type UndoCommand = { do: 'undo' } | { do: 'let it be' };

export const undoCommands = ({ undo: { offered } }: State): Handlers<UndoCommand> => ({
  async undo() {
    const last = offered.value;
    offered.value = undefined;
    await last?.undo();
  },
  'let it be'() {
    offered.value = undefined;
  },
});
