import type { Feature } from '../../app/feature';
import { isImage } from '../../engine/data/spec';
import { type CorruptionCommand, corruptionCommands } from './commands';
import { mount } from './view';

declare module '../../app/send' {
  interface Commands {
    corruption: CorruptionCommand;
  }
}

export const corruption = {
  name: 'corruption',
  suits: isImage,
  commands: ({ state }) => corruptionCommands(state),
  panels: [{ root: '.corruption', mount }],
} satisfies Feature<'corruption'>;
