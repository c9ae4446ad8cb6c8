import type { ReadonlyState } from '../../app/store';

/** Whether there is a run with something to show. */
export const hasCurve = ({ run }: ReadonlyState) => run.history.value.train.steps.length > 1;
