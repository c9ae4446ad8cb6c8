// What a run may be, for the crate to say.

import type { Session } from '../../engine/explorer/session';
import type { Form, RunConfig } from '../../engine/protocol';
import { plainForm } from './typed';

export const explorer = {
  /** The run that a form describes on this data and all that is wrong with it, beside the run that goes on, if one does. */
  check: ({ build, data }: Session, form: Form, running: RunConfig | undefined) =>
    build.checkForm(plainForm(form, build.settingsSchema()), running, data.spec),

  /** A run that goes on, with what applies at once of another one. */
  tuned({ build }: Session, running: RunConfig, wanted: RunConfig) {
    const { run } = build.tunedRun(running, wanted);
    return { config: run, texts: textsOf(build, run) };
  },

  textsOf: ({ build }: Session, run: RunConfig) => textsOf(build, run),
};

/** The texts of those settings that mean something in a run. */
function textsOf(build: Session['build'], run: RunConfig): Form {
  const form = build.writeForm(run);
  const { hidden, idle } = build.checkForm(form, undefined, run.model.data);
  const entries = Object.entries(form).filter(([name]) => !hidden.includes(name) && !(name in idle));
  return Object.fromEntries(entries);
}

declare module '../../engine/explorer/questions' {
  interface Questions {
    settings: typeof explorer;
  }
}
