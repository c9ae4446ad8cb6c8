// A person takes the newer version of the site, or puts it off.

import { part } from '../../app/async/part';
import type { Page } from '../../app/page';
import type { Handlers } from '../../app/send';

export type NewerVersionCommand =
  /** A run that is under way pauses, and is saved. */
  { do: 'take newer version' } | { do: 'put off newer version' };

export const newerVersionCommands = (page: Page): Handlers<NewerVersionCommand> => ({
  'take newer version': async () => (await part(import('./take'))).take(page),
  'put off newer version'() {
    page.state.newerVersion.offered.value = false;
  },
});
