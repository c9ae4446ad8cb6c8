// What the next run is to be.

import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { BackendChoice, Form, FormCheck, RunConfig } from '../../engine/protocol';
import { DEFAULT_FORM } from './schema';

/** The run that may be under way. */
interface Run {
  config: ReadonlySignal<RunConfig | undefined>;
  startedWith: ReadonlySignal<BackendChoice | undefined>;
}

export function settingsState(run: Run) {
  const choice = signal<BackendChoice>('automatic');
  const check = signal<FormCheck | undefined>(undefined);
  return {
    /** The text of each setting. */
    form: signal<Form>(DEFAULT_FORM),
    /** What was proposed for it last, by the data or by a model's recipe: what is unlike that a person has typed. */
    proposed: signal<Form>(DEFAULT_FORM),
    /** What is proposed for the next run, and put into the form when the run that goes on is gone. */
    postponed: signal<Form>({}),
    /** What the crate says of the form, once it is there to read it. */
    check,
    /** Counts the starts that were refused for what is wrong with the form. */
    refusals: signal(0),
    choice,
    /** Whether WebGPU trains such a model as the form describes. */
    gpuTrains: computed(() => check.value?.gpuTrains ?? true),
    /** The settings that wait for a reset. */
    waiting: computed((): readonly string[] => {
      if (!run.config.value) return [];
      const fields = check.value?.waiting ?? [];
      return choice.value === run.startedWith.value ? fields : [...fields, 'backend choice'];
    }),
  };
}
