// What sets runs apart: the settings that are not the same in all of them.

import type { RunConfig } from '../../engine/protocol';
import { FIELDS, type Field, formOf, hasMeaning, settingOf } from './settings';

/** For each run the settings that differ among them, as the form would say them; none where a setting has no meaning. */
export function differences(configs: readonly RunConfig[]): [Field, string][][] {
  const forms = configs.map((config) => {
    const form = formOf(config);
    return FIELDS.map((field) => (hasMeaning(settingOf(field), config) ? form[field] : undefined));
  });
  const differing = FIELDS.map((_, index) => new Set(forms.map((form) => form[index])).size > 1);
  return forms.map((form) =>
    FIELDS.flatMap((field, index): [Field, string][] => {
      const said = form[index];
      return differing[index] && said !== undefined ? [[field, said]] : [];
    }),
  );
}
