// Checks the settings as they are typed, and hands on those that apply at once.

import { effect } from '@preact/signals-core';
import type { ExplorerClient } from './explorer-client';
import { latest } from './latest';
import type { FieldError, RunConfig } from './protocol';
import { type Form, readForm, TUNABLE } from './settings';
import type { State } from './store';
import type { Training } from './training';

interface Checked {
  run: RunConfig;
  errors: FieldError[];
}

/** The form as a run, with all that is wrong with it: first what cannot be read, then what the crate refuses. */
export async function checkForm(form: Form, explorer: ExplorerClient): Promise<Checked> {
  const { run, errors } = readForm(form);
  const unread = new Set(errors.map((error) => error.field));
  const refused = await explorer.ask((it) => it.checkRun(run));
  return { run, errors: [...errors, ...refused.filter(({ field }) => !unread.has(field))] };
}

export function keepFormChecked(
  state: State,
  explorer: ExplorerClient,
  training: Training,
  report: (error: unknown) => void,
) {
  const check = latest(
    (form: Form) => checkForm(form, explorer),
    ({ run, errors }) => {
      state.fieldErrors.value = errors;
      const tunable = !errors.some(({ field }) => TUNABLE.some((name) => name === field));
      if (tunable) tune(run).catch(report);
    },
    report,
  );
  effect(() => {
    if (state.form.value) check(state.form.value);
  });

  async function tune({ train: { beta, learningRate } }: RunConfig) {
    const running = state.config.peek()?.train;
    if (!running || (running.beta === beta && running.learningRate === learningRate)) return;
    await training.tune(beta, learningRate);
  }
}
