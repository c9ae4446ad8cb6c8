import type { Feature } from '../../app/feature';
import { suitedPage } from '../../app/suited';
import { whenOpen } from '../../app/uses/when-open';
import { isImage } from '../../engine/data/spec';
import { type ArticleCommand, articleCommands } from './commands';
import { speak } from './speak';
import { articleState } from './state';

declare module '../../app/send' {
  interface Commands {
    article: ArticleCommand;
  }
}

declare module '../../app/store' {
  interface State {
    article: ReturnType<typeof articleState>;
  }
}

export const article = {
  name: 'article',
  state: articleState,
  commands: ({ state, model }) => articleCommands(state, model),
  follow(page) {
    const ofImages = suitedPage(page, { suits: isImage });
    whenOpen(ofImages, 'halved', () => import('./halved/follow'));
    whenOpen(ofImages, 'judged', () => import('./judged/follow'));
  },
  panels: [
    // Who looks for a word in the page finds it in the language that is chosen.
    { root: '[data-article]', mount: speak },
    { root: '[data-article]', load: () => import('./view') },
  ],
} satisfies Feature<'article'>;
