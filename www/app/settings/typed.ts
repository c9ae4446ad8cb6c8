// What a person typed in a form or an address, as the crate reads it.

import type { Form, SettingSchema } from '../../engine/protocol';
import { listText, numberText } from '../../ui/typed';

/** A list's commas separate; one within a number is a decimal comma. */
export function plainForm(form: Form, settings: readonly SettingSchema[]): Form {
  const read = ({ name, typed: { kind } }: SettingSchema): [string, string][] => {
    const text = form[name];
    if (text === undefined) return [];
    return [[name, kind === 'choice' ? text : kind === 'wholes' ? listText(text) : numberText(text)]];
  };
  return Object.fromEntries(settings.flatMap(read));
}
