import type { Feature } from '../../app/feature';
import { type UndoCommand, undoCommands } from './commands';
import { followActions } from './follow';
import { undoState } from './state';
import { mount } from './view';

declare module '../../app/send' {
  interface Commands {
    undo: UndoCommand;
  }
}

declare module '../../app/store' {
  interface State {
    undo: ReturnType<typeof undoState>;
  }
}

export const undo = {
  name: 'undo',
  state: undoState,
  commands: ({ state }) => undoCommands(state),
  follow: ({ state }) => followActions(state),
  panels: [{ root: '#undo-notice', mount }],
} satisfies Feature<'undo'>;
