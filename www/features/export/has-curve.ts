// Which run's curve a picture has: that of the model shown, else the present run's, else the last one on the charts.

import type { History } from '../../app/run/history';
import type { RunName } from '../../app/run/kept';
import type { ReadonlyState } from '../../app/store';

export interface RunCurve {
  history: History;
  name: RunName;
}

export function curveOf({ run, runs, model }: ReadonlyState): RunCurve | undefined {
  const present = { history: run.history.value, name: runs.name.value };
  const shown = runs.kept.value.find((kept) => kept.run === model.shown.value?.run);
  const overlaid = runs.kept.value.findLast((kept) => kept.overlaid);
  return [shown, present, overlaid].find((each) => each && each.history.train.steps.length > 1);
}

/** Whether there is a run with something to show. */
export const hasCurve = (state: ReadonlyState) => curveOf(state) !== undefined;
