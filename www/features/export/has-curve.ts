// Which run's curve a picture has: that of the model shown, else the present run's, else the last one on the charts.

import type { History } from '../../app/run/history';
import type { RunName } from '../../app/run/kept';
import type { ReadonlyState } from '../../app/store';
import type { RunConfig } from '../../engine/protocol';

export interface RunCurve {
  history: History;
  name: RunName;
  config: RunConfig | undefined;
  /** Whether it is of the model that is shown. */
  ofShown: boolean;
}

export function curveOf({ run, runs, model }: ReadonlyState): RunCurve | undefined {
  const shownRun = model.shown.value?.run ?? 0;
  const shown = runs.kept.value.find((kept) => kept.run === shownRun);
  const overlaid = runs.kept.value.findLast((kept) => kept.overlaid);
  const present = { history: run.history.value, name: runs.name.value, config: run.config.value };
  return [
    shown && { ...shown, ofShown: true },
    { ...present, ofShown: shownRun > 0 && !shown },
    overlaid && { ...overlaid, ofShown: false },
  ].find((each) => each && each.history.train.steps.length > 1);
}

/** Whether there is a run with something to show. */
export const hasCurve = (state: ReadonlyState) => curveOf(state) !== undefined;
