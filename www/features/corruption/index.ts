import type { Feature } from '../../app/feature';
import { type CorruptionCommand, corruptionCommands } from './commands';

declare module '../../app/send' {
  interface Commands {
    corruption: CorruptionCommand;
  }
}

export const corruption = {
  name: 'corruption',
  commands: ({ state }) => corruptionCommands(state),
} satisfies Feature<'corruption'>;
