import type { Feature } from '../../app/feature';
import { whenOpen } from '../../app/uses/when-open';
import { hasWords } from '../../engine/data/spec';
import { type WordsCommand, wordsCommands } from './commands';
import { wordsState } from './state';

declare module '../../app/send' {
  interface Commands {
    words: WordsCommand;
  }
}

declare module '../../app/store' {
  interface State {
    words: ReturnType<typeof wordsState>;
  }
}

export const words = {
  name: 'words',
  suits: hasWords,
  state: wordsState,
  commands: ({ state, send }) => wordsCommands(state, send),
  follow(page) {
    whenOpen(page, 'words', () => import('./follow'));
    // What is typed is of one vocabulary.
    page.model.onData(() => {
      page.state.words.typed.value = '';
      page.state.words.found.value = undefined;
    });
  },
  panels: [
    { root: '#text', load: () => import('./text') },
    { root: '#reading', load: () => import('./reading') },
  ],
} satisfies Feature<'words'>;
