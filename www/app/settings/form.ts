// Checks the settings as they are typed, and hands on those that apply at once.

import { batch, effect } from '@preact/signals-core';
import type { ExplorerClient } from '../../engine/clients/explorer';
import type { RunConfig } from '../../engine/protocol';
import { latest } from '../async/latest';
import type { Training } from '../run/training';
import type { State } from '../store';
import { atFields, type Form, formOf, type Refusal, readForm } from './settings';

interface Checked {
  run: RunConfig;
  errors: Refusal[];
  /** Whether WebGPU trains it too. */
  gpuTrains: boolean;
}

/** The form as a run, with all that is wrong with it: first what cannot be read, then what the crate refuses. */
export async function checkForm(form: Form, explorer: ExplorerClient): Promise<Checked> {
  const { run, errors } = readForm(form);
  const unread = new Set(errors.map((error) => error.field));
  const refused = atFields(await explorer.ask((it) => it.settings.check(run)), run);
  const gpuTrains = await explorer.ask((it) => it.settings.trainsOnGpu(run));
  return { run, errors: [...errors, ...refused.filter(({ field }) => !unread.has(field))], gpuTrains };
}

/** What a run is to be made of: the present run's settings, else the form's, if nothing is wrong with it. */
export async function runToTrain(state: State, explorer: ExplorerClient): Promise<RunConfig | undefined> {
  const form = state.settings.form.value;
  if (!form) return undefined;
  if (state.run.phase.value !== 'idle' && state.run.config.value) return state.run.config.value;
  const checked = await checkForm(form, explorer);
  placeChecked(state, checked);
  if (checked.errors.length === 0) return checked.run;
  state.settings.refusals.value++;
  return undefined;
}

export function placeChecked(state: State, { errors, gpuTrains }: Checked) {
  batch(() => {
    state.settings.errors.value = errors;
    state.settings.gpuTrains.value = gpuTrains;
  });
}

/** What applies at once is in the form as a run has it that goes on. */
export function placeTuned({ settings: { form } }: State, run: RunConfig) {
  if (!form.value) return;
  const { beta, learningRate } = formOf(run);
  form.value = { ...form.value, learningRate, ...(run.model.deterministic ? {} : { beta }) };
}

export function keepFormChecked(
  state: State,
  explorer: ExplorerClient,
  training: Training,
  report: (error: unknown) => void,
) {
  const check = latest(
    (form: Form) => checkForm(form, explorer),
    (checked) => {
      placeChecked(state, checked);
      const tunable = !checked.errors.some(({ field }) => field === 'beta' || field === 'learningRate');
      if (tunable) tune(checked.run).catch(report);
    },
    report,
  );
  effect(() => {
    if (state.settings.form.value) check(state.settings.form.value);
  });

  async function tune({ model, train: { beta: wanted, learningRate } }: RunConfig) {
    const running = state.run.config.peek()?.train;
    if (!running) return;
    // The form of an autoencoder has no beta to say.
    const beta = model.deterministic ? running.beta : wanted;
    if (running.beta === beta && running.learningRate === learningRate) return;
    await training.tune(beta, learningRate);
  }
}
