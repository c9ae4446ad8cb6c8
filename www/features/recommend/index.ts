import type { Feature } from '../../app/feature';
import { whenOpen } from '../../app/uses/when-open';
import { isImage } from '../../engine/data/spec';
import type { DataSpec } from '../../engine/protocol';
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

const isOfItems = (data: DataSpec) => !isImage(data);

export const recommend = {
  name: 'recommend',
  state: recommendState,
  commands: ({ state, send }) => recommendCommands(state, send),
  follow: (page) => whenOpen(page, 'recommend', () => import('./follow')),
  panels: [
    { root: '#likes', suits: isOfItems, load: () => import('./likes') },
    { root: '#suggestions', suits: isOfItems, load: () => import('./suggestions') },
  ],
} satisfies Feature<'recommend'>;
