// What the list tells of the present run, saved as it stands.

import { madeWith } from '../../app/settings/course';
import type { State } from '../../app/store';
import type { From } from '../../engine/protocol';
import type { Unsized } from './state';

/** Nothing where there is no run any more. */
export function recordOf({ run, runs, data }: State, from: From): Omit<Unsized, 'id'> | undefined {
  if (!run.config.value || !run.progress.value) return undefined;
  const course = { config: run.config.value, texts: run.texts.value, before: run.before.value };
  return {
    name: runs.name.value,
    savedAt: Date.now(),
    present: true,
    exact: true,
    ...madeWith(course, from.step),
    dataSet: data.used.value?.key,
    position: { ...run.progress.value.position, step: from.step, seconds: from.seconds },
    test: run.test.value,
    epochTest: run.epochTest.value,
    ending: run.ending.value,
  };
}
