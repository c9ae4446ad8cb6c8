// The runs that were kept.

import { batch } from '@preact/signals-core';
import { useDataOf } from '../../app/data/use';
import type { Page } from '../../app/page';
import type { KeptRun } from '../../app/run/kept';
import { runNameWords } from '../../app/run/words';
import type { Handlers } from '../../app/send';
import { placeTuned } from '../../app/settings/form';
import { text } from '../../ui/text';
import { bringBack, keepRun, putBack, takeUp } from './keeping';

export type RunsCommand =
  /** Its model, in place of the one that is shown. */
  | { do: 'show kept'; run: number }
  | { do: 'train on'; run: number }
  | { do: 'overlay run'; run: number; overlaid: boolean }
  /** The present run. */
  | { do: 'name run'; given: string }
  | { do: 'forget run'; run: number };

export function runsCommands(page: Page): Handlers<RunsCommand> {
  const { state, model, training } = page;
  /** The kept run that the present one goes on from. */
  let takenUp: KeptRun | undefined;
  // Nothing of a run is lost by a reset, once there was a step.
  training.onDiscard((run, last) => {
    const isKept = last !== undefined && keepRun(state, run, last);
    if (!isKept && takenUp) putBack(state, takenUp);
    takenUp = undefined;
  });
  const {
    runs: { kept, name: runName },
  } = state;
  const found = (wanted: number) => {
    const run = kept.value.find(({ run }) => run === wanted);
    if (!run) throw new Error(`Expected a run that was kept, got ${wanted}.`);
    return run;
  };
  const change = (wanted: number, changes: Partial<KeptRun>) => {
    kept.value = kept.value.map((run) => (run.run === wanted ? { ...run, ...changes } : run));
  };

  return {
    async 'show kept'({ run }) {
      const { weights, step, dataSet } = found(run);
      state.model.arriving.value = undefined;
      await useDataOf(page, { dataSet });
      await training.pause();
      await model.visit({ run, step, weights });
    },

    async 'train on'({ run }) {
      const kept = found(run);
      await useDataOf(page, kept);
      const from = takeUp(state, kept);
      await training.discard();
      takenUp = kept;
      batch(() => {
        state.runs.name.value = kept.name;
        state.run.history.value = kept.history;
        state.run.before.value = kept.before;
        placeTuned(state, kept.texts);
      });
      await training.goOnFrom(from, kept.config);
      page.send({ do: 'bring moments', of: run });
    },

    'overlay run': ({ run, overlaid }) => change(run, { overlaid }),

    'name run'({ given }) {
      runName.value = { ...runName.value, given };
    },

    async 'forget run'({ run }) {
      const forgotten = found(run);
      const { sides } = state.compare;
      const before = sides.value;
      batch(() => {
        kept.value = kept.value.filter((each) => each.run !== run);
        const [left, right] = before;
        sides.value = [left === run ? 'shown' : left, right === run ? 'shown' : right];
        state.undo.offered.value = {
          words: () => text.value.runs.forgotten(runNameWords(forgotten.name)),
          undo() {
            bringBack(state, forgotten);
            sides.value = before;
          },
          home: '#runs-title',
        };
      });
      if (state.model.shown.value?.run === run) await training.comeBack();
    },
  };
}
