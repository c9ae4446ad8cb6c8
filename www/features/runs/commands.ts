// The runs that were kept.

import { batch } from '@preact/signals-core';
import { placeModel } from '../../app/model/place';
import type { Training } from '../../app/run/training';
import type { Handlers } from '../../app/send';
import type { State } from '../../app/store';
import type { ExplorerClient } from '../../engine/explorer-client';
import type { Side } from '../compare/state';
import type { KeptRun } from './state';

export type RunsCommand =
  /** Its model, in place of the one that is shown. */
  | { do: 'show kept'; run: number }
  | { do: 'train on'; run: number }
  | { do: 'overlay run'; run: number; overlaid: boolean }
  /** The present run, if none is named. */
  | { do: 'name run'; run?: number; given: string }
  | { do: 'forget run'; run: number }
  /** Two maps side by side, of these models; or none. */
  | { do: 'compare maps'; sides: readonly [Side, Side] | undefined };

export function runsCommands(
  state: State,
  explorer: ExplorerClient,
  training: Training,
): Handlers<RunsCommand> {
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
      const { weights, step } = found(run);
      state.model.arriving.value = undefined;
      await training.standAside();
      const summary = await explorer.ask((it) => it.visit(weights));
      placeModel(state, summary, run, step);
    },

    'train on': ({ run }) => training.trainOn(found(run)),

    'overlay run': ({ run, overlaid }) => change(run, { overlaid }),

    'name run'({ run, given }) {
      if (run === undefined) runName.value = { ...runName.value, given };
      else change(run, { name: { ...found(run).name, given } });
    },

    async 'forget run'({ run }) {
      const [left, right] = state.compare.sides.value;
      batch(() => {
        kept.value = kept.value.filter((each) => each.run !== run);
        state.compare.sides.value = [left === run ? 'shown' : left, right === run ? 'shown' : right];
      });
      if (state.model.shown.value?.run === run) await training.comeBack();
    },

    'compare maps'({ sides }) {
      batch(() => {
        state.compare.comparing.value = sides !== undefined;
        if (sides) state.compare.sides.value = sides;
      });
    },
  };
}
