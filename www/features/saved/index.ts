import { computed } from '@preact/signals-core';
import { given } from '../../app/async/given';
import { part } from '../../app/async/part';
import type { Feature } from '../../app/feature';
import { fetchedHandlers } from '../../app/fetched';
import type { Page } from '../../app/page';
import type { Handlers } from '../../app/send';
import { Kept } from '../../engine/kept';
import type { SavedCommand } from './commands';
import { savedState } from './state';

declare module '../../app/send' {
  interface Commands {
    saved: SavedCommand;
  }
}

declare module '../../app/store' {
  interface State {
    saved: ReturnType<typeof savedState>;
  }
}

const COMMANDS = {
  'open saved': true,
  'leave offered': true,
  'bring moments': true,
  'bring in': true,
  'take out': true,
  'take out shown': true,
  'rename saved': true,
  'rename kept': true,
  'duplicate saved': true,
  'delete saved': true,
} as const;

const started = new Kept<Page, Handlers<SavedCommand>>();
const savingOf = (page: Page) =>
  started.get(page, async () => (await part(import('./saving'))).startSaving(page));

/** Not before the first image is there, unless there is something to save. */
function startInTime(page: Page) {
  const { latent, run } = page.state;
  const start = () => void savingOf(page).catch((error: unknown) => page.report(error, start));
  void given(computed(() => latent.decoded.value ?? (run.phase.value === 'idle' ? undefined : true))).then(
    start,
  );
}

export const saved = {
  name: 'saved',
  state: savedState,
  commands: (page) => fetchedHandlers<SavedCommand>(COMMANDS, () => savingOf(page)),
  follow: startInTime,
  panels: [
    { root: '#saved-offer', load: () => import('./offer') },
    { root: '#saved', load: () => import('./view') },
  ],
} satisfies Feature<'saved'>;
