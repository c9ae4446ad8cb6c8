import type { Feature } from '../../app/feature';
import { hasTexts } from '../../engine/data/spec';
import { type TextsCommand, textsCommands } from './commands';
import { followTexts } from './follow';
import { textsState } from './state';

declare module '../../app/send' {
  interface Commands {
    texts: TextsCommand;
  }
}

declare module '../../app/store' {
  interface State {
    texts: ReturnType<typeof textsState>;
  }
}

export const texts = {
  name: 'texts',
  suits: hasTexts,
  state: textsState,
  commands: ({ state, send }) => textsCommands(state, send),
  follow(page) {
    followTexts(page);
    // What is typed is of one alphabet.
    page.model.onData(() => {
      page.state.texts.typed.value = '';
    });
  },
  panels: [
    { root: '#text-input', load: () => import('./reading') },
    { root: '#text-output', load: () => import('./writing') },
  ],
} satisfies Feature<'texts'>;
