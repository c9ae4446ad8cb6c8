// Typing a text.

import { batch } from '@preact/signals-core';
import type { Handlers, Send } from '../../app/send';
import type { State } from '../../app/store';
import { isTooLong } from './state';

/** The text in the field is this from now on. */
export type WordsCommand = { do: 'write text'; text: string };

export const wordsCommands = ({ words }: Pick<State, 'words'>, send: Send): Handlers<WordsCommand> => ({
  'write text'({ text }) {
    batch(() => {
      words.typed.value = text;
      if (text.trim() && !isTooLong(text)) return;
      words.found.value = undefined;
      send({ do: 'clear' });
    });
  },
});
