import type { Feature } from '../../app/feature';
import { type DirectionsCommand, directionsCommands } from './commands';
import { followDirections } from './follow';
import { directionsState } from './state';

declare module '../../app/send' {
  interface Commands {
    directions: DirectionsCommand;
  }
}

declare module '../../app/store' {
  interface State {
    directions: ReturnType<typeof directionsState>;
  }
}

export const directions = {
  name: 'directions',
  state: directionsState,
  commands: ({ state }) => directionsCommands(state),
  follow: ({ state, model }) => followDirections(state, model),
  panels: [{ root: '#directions', load: () => import('./view') }],
} satisfies Feature<'directions'>;
