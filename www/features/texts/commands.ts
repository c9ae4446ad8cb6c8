// Writing.

import { fits } from '../../app/latent/fits';
import type { Handlers, Send } from '../../app/send';
import type { State } from '../../app/store';
import { shownData } from '../../ui/shown-data';
import { bytesOf, longestOf, typedOf } from '../../ui/written';

export type TextsCommand =
  /** What cannot be read of it is said where it stands; what was shown stays meanwhile. */
  | { do: 'type text'; typed: string }
  | { do: 'choose temperature'; temperature: number }
  /** Other texts by the same model at the same point. */
  | { do: 'draw texts anew' };

export const textsCommands = ({ texts, input }: State, send: Send): Handlers<TextsCommand> => ({
  'type text'({ typed }) {
    texts.typed.value = typed;
    const data = shownData.peek();
    const { letters, unknown } = typedOf(typed, data);
    if (letters.length === 0 && unknown.length === 0) {
      if (fits(input.shown.peek(), data)) send({ do: 'clear' });
    } else if (unknown.length === 0 && letters.length <= longestOf(data)) {
      send({ do: 'choose text', pixels: bytesOf(letters, data) });
    }
  },

  'choose temperature'({ temperature }) {
    texts.temperature.value = temperature;
  },

  'draw texts anew'() {
    texts.seed.value++;
  },
});
