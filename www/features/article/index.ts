import type { Feature } from '../../app/feature';
import { type ArticleCommand, articleCommands } from './commands';
import { articleState } from './state';
import { showArticle } from './view';

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
  panels: [{ root: 'body', mount: (_root, { state, send, report }) => showArticle(state, send, report) }],
} satisfies Feature<'article'>;
