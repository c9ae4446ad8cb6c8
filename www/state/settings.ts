// What the next run is to be, and what the present one was started with.

import { computed, type Signal, signal } from '@preact/signals-core';
import type { BackendChoice, RunConfig } from '../protocol';
import { type Field, type Form, type Refusal, waitingFields } from '../settings/settings';

export function settingsState(backend: BackendChoice) {
  const form: Signal<Form | undefined> = signal(undefined);
  const config: Signal<RunConfig | undefined> = signal(undefined);
  const choice = signal(backend);
  /** The choice of backend that the run was started with. */
  const startedWith: Signal<BackendChoice | undefined> = signal(undefined);
  return {
    form,
    fieldErrors: signal<readonly Refusal[]>([]),
    /** Counts the starts that were refused for a field error. */
    refusals: signal(0),
    choice,
    /** Whether WebGPU trains such a model as the form describes. */
    gpuTrains: signal(true),
    /** What the run was started with, and tuned to since. */
    config,
    startedWith,
    /** The settings that wait for a reset. */
    waiting: computed((): readonly (Field | 'backend choice')[] => {
      if (!form.value || !config.value) return [];
      const fields = waitingFields(form.value, config.value);
      return choice.value === startedWith.value ? fields : [...fields, 'backend choice'];
    }),
  };
}
