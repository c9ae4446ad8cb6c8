// When the present run is saved: now and then while it trains, and whenever it may be the last moment.

import { effect, untracked } from '@preact/signals-core';
import type { State } from '../../app/store';
import type { Saver } from './saver';
import { isHeld } from './tabs';

/** At least every 30 s, even if a saving has to wait for a long step. */
const EVERY_MS = 20_000;
/** A new run is saved a first time soon: whoever leaves while it is saved at a pause loses no whole run. */
const FIRST_MS = 3000;

export function followSaving(state: State, saver: Saver, report: (error: unknown) => void) {
  const { phase, progress } = state.run;
  const save = () => saver.save().catch(report);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  const saveLater = (ms: number) => {
    dueAt = performance.now() + ms;
    clearTimeout(timer);
    timer = setTimeout(saveDue, ms);
  };
  const saveDue = () => {
    saveLater(EVERY_MS);
    void save();
  };
  effect(() => {
    const now = phase.value;
    clearTimeout(timer);
    dueAt = Number.POSITIVE_INFINITY;
    if (now === 'running') saveLater(state.saved.upTo.peek() === 0 ? FIRST_MS : EVERY_MS);
    // A step by hand is made in a pause.
    const still = now === 'paused' || now === 'finished';
    if (still && progress.value) untracked(save);
    if (now === 'idle') untracked(() => saver.leave());
  });
  // A browser holds back the timers of a hidden page, up to a minute, but not what its trainer tells of.
  effect(() => {
    if (progress.value && performance.now() >= dueAt) untracked(saveDue);
  });
  saveAtLeaving(() => (phase.peek() === 'running' ? save() : undefined));
}

/** Each may come without the other: a page that is put by for a way back, and one whose tab or app is left. */
function saveAtLeaving(save: () => Promise<void> | undefined) {
  let saves = false;
  const leave = async () => {
    if (saves) return;
    saves = true;
    await save();
    saves = false;
  };
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void leave();
  });
}

/** The page's last run, which a reload has taken from it. */
export async function offerLast(state: State, saver: Saver) {
  await saver.list();
  for (const run of state.saved.runs.peek() ?? []) {
    if (!run.present || (await isHeld(run.id))) continue;
    if (state.run.phase.peek() === 'idle') state.saved.offered.value = run;
    return;
  }
}
