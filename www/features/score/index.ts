import type { Feature } from '../../app/feature';
import { isImage } from '../../engine/data/spec';
import { type ScoreCommand, scoreCommands } from './commands';
import { followScores } from './follow';
import { scoreState } from './state';
import { mount } from './view';

declare module '../../app/send' {
  interface Commands {
    score: ScoreCommand;
  }
}

declare module '../../app/store' {
  interface State {
    score: ReturnType<typeof scoreState>;
  }
}

export const score = {
  name: 'score',
  suits: isImage,
  state: scoreState,
  commands: ({ state }) => scoreCommands(state),
  follow: ({ state, model }) => followScores(state, model),
  panels: [{ root: '#scoring', mount }],
} satisfies Feature<'score'>;
