// Checks the settings as they are typed, and hands on those that apply at once.

import { computed, effect } from '@preact/signals-core';
import type { ExplorerClient } from '../../engine/clients/explorer';
import type { Form, RunConfig } from '../../engine/protocol';
import { latest } from '../async/latest';
import type { Training } from '../run/training';
import type { State } from '../store';
import { SETTINGS } from './schema';

const LIVE = new Set(SETTINGS.filter(({ live }) => live).map(({ name }) => name));

export function followForm(
  { settings, run, model, data }: State,
  explorer: Pick<ExplorerClient, 'ask'>,
  training: Pick<Training, 'tune'>,
  report: (error: unknown) => void,
) {
  const check = latest(
    (form: Form, running: RunConfig | undefined) => explorer.ask((it) => it.settings.check(form, running)),
    (found) => {
      settings.check.value = found;
      if (!found.errors.some(({ field }) => LIVE.has(field))) training.tune(found.run).catch(report);
    },
    report,
  );
  // The first digit comes before it.
  const opened = computed(() => model.shown.value !== undefined || model.opening.value === 'failed');
  effect(() => {
    // What fits depends on it.
    data.used.value;
    if (opened.value) check(settings.form.value, run.config.value);
  });
}

/** Proposals that a run kept waiting. */
export function followProposals({ settings: { form, postponed }, run }: State) {
  effect(() => {
    if (run.config.value || Object.keys(postponed.peek()).length === 0) return;
    form.value = { ...form.peek(), ...postponed.peek() };
    postponed.value = {};
  });
}

/** The texts of the run's settings, for whoever compares runs. */
export function followTexts(
  { run }: State,
  explorer: Pick<ExplorerClient, 'ask'>,
  report: (error: unknown) => void,
) {
  const write = latest(
    (config: RunConfig) => explorer.ask((it) => it.settings.textsOf(config)),
    (texts, config) => {
      if (run.config.peek() === config) run.texts.value = texts;
    },
    report,
  );
  effect(() => {
    const config = run.config.value;
    // A change brings its own.
    if (config && Object.keys(run.texts.peek()).length === 0) write(config);
  });
}
