// What sets runs apart: the settings that are not the same in all of them, or not from their first step to their last.

import { type Course, type Value, valuesOf } from './course';
import { SETTINGS } from './schema';

/** For each run the settings that differ, as it had them one after the other; none where a setting means nothing. */
export function differences(
  runs: readonly Pick<Course, 'before' | 'texts'>[],
): [name: string, values: Value[]][][] {
  const courses = SETTINGS.map(({ name }) => ({ name, ofRuns: runs.map((run) => valuesOf(run, name)) }));
  const differing = courses.filter(
    ({ ofRuns }) =>
      new Set(ofRuns.map((values) => JSON.stringify(values))).size > 1 ||
      ofRuns.some((values) => values.length > 1),
  );
  return runs.map((_, index) =>
    differing.flatMap(({ name, ofRuns }): [string, Value[]][] => {
      const values = ofRuns[index] ?? [];
      return values.length === 0 ? [] : [[name, values]];
    }),
  );
}
