// What the next run is to be.

import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { BackendChoice, RunConfig } from '../../engine/protocol';
import { type Field, type Form, type Refusal, waitingFields } from './settings';

/** The run that may be under way. */
interface Run {
  config: ReadonlySignal<RunConfig | undefined>;
  startedWith: ReadonlySignal<BackendChoice | undefined>;
}

export function settingsState(run: Run) {
  const form = signal<Form | undefined>(undefined);
  const choice = signal<BackendChoice>('automatic');
  return {
    form,
    errors: signal<readonly Refusal[]>([]),
    /** Counts the starts that were refused for a field error. */
    refusals: signal(0),
    choice,
    /** Whether WebGPU trains such a model as the form describes. */
    gpuTrains: signal(true),
    /** The settings that wait for a reset. */
    waiting: computed((): readonly (Field | 'backend choice')[] => {
      const config = run.config.value;
      if (!form.value || !config) return [];
      const fields = waitingFields(form.value, config);
      return choice.value === run.startedWith.value ? fields : [...fields, 'backend choice'];
    }),
  };
}
