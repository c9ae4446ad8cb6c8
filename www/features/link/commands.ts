// A link to what the page shows.

import { writeAddress } from '../../app/link/address';
import type { Handlers } from '../../app/send';
import type { State } from '../../app/store';
import { copyText } from '../../ui/copy';
import type { Left } from './state';

export type LinkCommand = { do: 'copy link' };

/** So long it is said. */
const SAID_MS = 2500;

type Given = Pick<State, 'link' | 'data' | 'model'>;

export const linkCommands = (state: Given): Handlers<LinkCommand> => ({
  async 'copy link'() {
    const { copied } = state.link;
    await copyText(writeAddress());
    copied.value = leftOf(state);
    setTimeout(() => {
      copied.value = undefined;
    }, SAID_MS);
  },
});

function leftOf({ data, model }: Given): Left {
  if (data.used.peek()?.source.at === 'here') return 'data';
  return (model.shown.peek()?.run ?? 0) > 0 ? 'model' : 'nothing';
}
