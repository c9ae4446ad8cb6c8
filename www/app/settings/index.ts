import type { Feature } from '../feature';
import { type SettingsCommand, settingsCommands } from './commands';
import { followForm, followProposals, followTexts } from './follow';
import { settingsState } from './state';

declare module '../send' {
  interface Commands {
    settings: SettingsCommand;
  }
}

declare module '../store' {
  interface State {
    settings: ReturnType<typeof settingsState>;
  }
}

export const settings = {
  name: 'settings',
  state: ({ run }) => settingsState(run),
  commands: ({ state }) => settingsCommands(state),
  follow({ state, explorer, training, report }) {
    followForm(state, explorer, training, report);
    followProposals(state);
    followTexts(state, explorer, report);
  },
} satisfies Feature<'settings'>;
