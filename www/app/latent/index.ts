import type { Feature } from '../feature';
import { type LatentCommand, latentCommands } from './commands';
import { followDecoded } from './follow';
import { latentState } from './state';

declare module '../send' {
  interface Commands {
    latent: LatentCommand;
  }
}

declare module '../store' {
  interface State {
    latent: ReturnType<typeof latentState>;
  }
}

export const latent = {
  name: 'latent',
  state: latentState,
  commands: ({ state }) => latentCommands(state),
  follow: ({ state, model }) => followDecoded(state, model),
} satisfies Feature<'latent'>;
