import type { Feature } from '../../app/feature';
import { isImage } from '../../engine/data/spec';
import type { DataSpec } from '../../engine/protocol';
import { isColour } from '../../ui/pixels';
import { type DirectionsCommand, directionsCommands } from './commands';
import { followDirections } from './follow';
import { directionsState } from './state';

/** What is measured is ink: there is none in colours. */
const hasInk = (data: DataSpec) => isImage(data) && !isColour(data);

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
  suits: hasInk,
  state: directionsState,
  commands: ({ state }) => directionsCommands(state),
  follow: ({ state, model }) => followDirections(state, model),
  panels: [{ root: '#directions', load: () => import('./view') }],
} satisfies Feature<'directions'>;
