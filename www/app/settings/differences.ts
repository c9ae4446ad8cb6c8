// What sets runs apart: the settings that are not the same in all of them.

import type { Form } from '../../engine/protocol';
import { SETTINGS } from './schema';

/** For each run the settings that differ among them; a setting has no text where it means nothing. */
export function differences(runs: readonly Form[]): [name: string, text: string][][] {
  const differing = SETTINGS.filter(({ name }) => new Set(runs.map((texts) => texts[name])).size > 1);
  return runs.map((texts) =>
    differing.flatMap(({ name }): [string, string][] => {
      const said = texts[name];
      return said === undefined ? [] : [[name, said]];
    }),
  );
}
