import type { Feature } from '../../app/feature';
import type { Page } from '../../app/page';
import { askBeforeLeaving } from './ask-before-leaving';
import { type SavedCommand, savedCommands } from './commands';
import { takeDrops } from './files';
import { followSaving, offerCutOff } from './follow';
import { mountOffer } from './offer';
import { Saver } from './saver';
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

/** One for the page; the storage is opened when it is first needed. */
function saverOf({ state, training }: Page): Saver {
  let store: ReturnType<typeof open> | undefined;
  const open = async () => (await import('./store')).Store.open();
  return new Saver(state, training, () => (store ??= open()));
}

const savers = new WeakMap<Page, Saver>();

function saver(page: Page): Saver {
  const known = savers.get(page) ?? saverOf(page);
  savers.set(page, known);
  return known;
}

export const saved = {
  name: 'saved',
  state: savedState,
  commands: (page) => savedCommands(page, saver(page)),
  follow(page) {
    followSaving(page.state, saver(page), page.report);
    askBeforeLeaving(page.state);
    takeDrops(page.send);
    offerCutOff(page.state, saver(page)).catch(page.report);
  },
  panels: [
    { root: '#saved-offer', mount: mountOffer },
    { root: '#saved', load: () => import('./view') },
  ],
} satisfies Feature<'saved'>;
