import type { Feature } from '../../app/feature';
import { whenOpen } from '../../app/uses/when-open';
import { hasLikes } from '../../engine/data/spec';
import { type RecommendCommand, recommendCommands } from './commands';
import { recommendState } from './state';

declare module '../../app/send' {
  interface Commands {
    recommend: RecommendCommand;
  }
}

declare module '../../app/store' {
  interface State {
    recommend: ReturnType<typeof recommendState>;
  }
}

export const recommend = {
  name: 'recommend',
  suits: hasLikes,
  state: recommendState,
  commands: ({ state, send }) => recommendCommands(state, send),
  follow: (page) => whenOpen(page, 'recommend', () => import('./follow')),
  panels: [
    { root: '#likes', load: () => import('./likes') },
    { root: '#suggestions', load: () => import('./suggestions') },
  ],
} satisfies Feature<'recommend'>;
