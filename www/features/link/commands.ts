// A link to what the page shows.

import { writeAddress } from '../../app/link/address';
import type { Handlers } from '../../app/send';
import type { State } from '../../app/store';
import { copyText } from '../../ui/copy';

export type LinkCommand = { do: 'copy link' };

/** So long it is said. */
const SAID_MS = 2500;

export const linkCommands = ({ link: { copied } }: Pick<State, 'link'>): Handlers<LinkCommand> => ({
  async 'copy link'() {
    await copyText(writeAddress());
    copied.value = true;
    setTimeout(() => {
      copied.value = false;
    }, SAID_MS);
  },
});
