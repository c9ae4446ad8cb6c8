import type { Feature } from '../feature';
import { type PlaneCommand, planeCommands } from './commands';
import { followPrincipalAxes, followSize } from './follow';
import { planeState } from './state';

declare module '../send' {
  interface Commands {
    plane: PlaneCommand;
  }
}

declare module '../store' {
  interface State {
    plane: ReturnType<typeof planeState>;
  }
}

export const plane = {
  name: 'plane',
  state: planeState,
  commands: ({ state }) => planeCommands(state),
  follow: ({ state, model }) => {
    followSize(state, model);
    followPrincipalAxes(state, model);
  },
} satisfies Feature<'plane'>;
