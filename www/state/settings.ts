// What the next run is to be, and what the present one was started with.

import { computed, type Signal, signal } from '@preact/signals-core';
import type { BackendChoice, FieldError, RunConfig } from '../protocol';
import { type Form, settingOf, waitingFields } from '../settings';

export function settingsState(backend: BackendChoice) {
  const form: Signal<Form | undefined> = signal(undefined);
  const config: Signal<RunConfig | undefined> = signal(undefined);
  const choice = signal(backend);
  /** The choice of backend that the run was started with. */
  const startedWith: Signal<BackendChoice | undefined> = signal(undefined);
  return {
    form,
    fieldErrors: signal<readonly FieldError[]>([]),
    /** Counts the starts that were refused for a field error. */
    refusals: signal(0),
    choice,
    /** Whether WebGPU trains such a model as the form describes. */
    gpuTrains: signal(true),
    /** What the run was started with, and tuned to since. */
    config,
    startedWith,
    /** The names of the settings that wait for a reset. */
    waiting: computed(() => {
      if (!form.value || !config.value) return [];
      const names = waitingFields(form.value, config.value).map((field) => lowered(settingOf(field).label));
      return choice.value === startedWith.value ? names : [...names, 'backend choice'];
    }),
  };
}

/** A name within a sentence; KL stays as it is. */
const lowered = (name: string) =>
  /^[A-Z]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
