// The settings of a run as the crate describes them: the build asks it and writes settings.json.

import type { Form, FormCheck, ModelKind, RunConfig, SettingSchema } from '../../engine/protocol';
import described from '../../public/wasm/cpu/settings.json' with { type: 'json' };

interface Described {
  settings: readonly SettingSchema[];
  kinds: readonly ModelKind[];
  form: Form;
  run: RunConfig;
  check: FormCheck;
}

export const {
  settings: SETTINGS,
  kinds: KINDS,
  form: DEFAULT_FORM,
  run: DEFAULT_RUN,
  check: DEFAULT_CHECK,
} = described as unknown as Described;

/** What can be chosen, where a setting is a choice. */
export const optionsOf = ({ typed }: SettingSchema): readonly string[] | undefined =>
  typed.kind === 'choice' ? typed.options : undefined;
