// Typing a text.

import { batch } from '@preact/signals-core';
import { fits } from '../../app/latent/fits';
import type { Handlers, Send } from '../../app/send';
import type { State } from '../../app/store';
import { shownData } from '../../ui/shown-data';
import { isTooLong } from './state';

/** The text in the field is this from now on. */
export type WordsCommand = { do: 'write text'; text: string };

export const wordsCommands = (
  { words, input }: Pick<State, 'words' | 'input'>,
  send: Send,
): Handlers<WordsCommand> => ({
  'write text'({ text }) {
    batch(() => {
      words.typed.value = text;
      if (text.trim() && !isTooLong(text)) return;
      words.found.value = undefined;
      if (fits(input.shown.peek(), shownData.peek())) send({ do: 'clear' });
    });
  },
});
