// What keeps runs in this browser, from the first image on: all of it is fetched then.

import type { Page } from '../../app/page';
import type { Handlers } from '../../app/send';
import { askBeforeLeaving } from './ask-before-leaving';
import { type SavedCommand, savedCommands } from './commands';
import { followSaving, offerLast } from './follow';
import { KeptRuns } from './kept-runs';
import { Saver } from './saver';

export function startSaving(page: Page): Handlers<SavedCommand> {
  const { state, training, report } = page;
  const saver = new Saver(state, training);
  const keptRuns = new KeptRuns(state, saver);
  followSaving(state, saver, report);
  askBeforeLeaving(state);
  training.onDiscard((run) => keptRuns.keep(run));
  offerLast(state, saver)
    .then(() => keptRuns.restore())
    .catch(report);
  return savedCommands(page, saver, keptRuns);
}
