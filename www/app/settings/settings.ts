// The settings of a run: as text in the form, and read from it. A new setting is one entry of SETTINGS.

import type { Expectation, FieldError, RunConfig } from '../../engine/protocol';
import { SETTINGS, type Setting, type Text } from './table';

export type Field = keyof typeof SETTINGS;
export type Form = Record<Field, string>;

export const FIELDS = Object.keys(SETTINGS) as Field[];
export const settingOf = (field: Field): Setting => SETTINGS[field];

/** What is wrong with a field: of the text that was typed, or of the number that it stands for. */
export interface Refusal {
  field: string;
  expected: Expectation;
  came: string | number;
}

const LARGEST = 2 ** 32 - 1;

/** What a run is where a setting has no meaning, and before any is read. */
export const PLAIN: RunConfig = {
  model: {
    latentSize: 2,
    hiddenSizes: [],
    channels: [],
    likelihood: { kind: 'bernoulli' },
    deterministic: false,
    conditional: false,
    dataView: 'greyscale',
  },
  train: {
    beta: 1,
    klWarmUpEpochs: 0,
    freeBits: 0,
    samples: 1,
    corruption: { kind: 'none' },
    optimizer: { kind: 'adam' },
    learningRate: 0.001,
    schedule: { kind: 'constant' },
    warmUpSteps: 0,
    clipNorm: 0,
    patience: 0,
    batchSize: 128,
    seed: 1,
  },
};

const formBy = (text: (field: Field) => string) =>
  Object.fromEntries(FIELDS.map((field) => [field, text(field)])) as Form;

export const formOf = (run: RunConfig): Form => formBy((field) => settingOf(field).write(run));

/** What can be read from the text; whether it makes sense as a run is for the crate to say. */
export function readForm(form: Form): { run: RunConfig; errors: Refusal[] } {
  const errors: Refusal[] = [];
  const run = structuredClone(PLAIN);
  for (const field of FIELDS) {
    const setting = settingOf(field);
    const refuse = (expected: Expectation, came: string) => {
      errors.push({ field, expected, came });
    };
    if (hasMeaning(setting, run)) setting.read(textOf(form[field], refuse), run);
  }
  return { run, errors };
}

export const hasMeaning = ({ shown, idle }: Setting, run: RunConfig) =>
  (shown?.(run) ?? true) && !idle?.(run);

function textOf(text: string, refuse: (expected: Expectation, came: string) => void): Text {
  const whole = (part: string) => {
    const came = part.trim();
    if (/^\d+$/.test(came) && Number(came) <= LARGEST) return Number(came);
    refuse({ kind: 'anyWhole' }, came);
    return 0;
  };
  const came = text.trim();
  return {
    came,
    whole: () => whole(text),
    wholes: () => text.split(',').map(whole),
    number() {
      if (came !== '' && Number.isFinite(Number(came))) return Number(came);
      refuse({ kind: 'anyNumber' }, came);
      return 0;
    },
  };
}

/** What the crate refuses, at the fields that can be put right: it names the group that a parameter belongs to. */
export function atFields(errors: readonly FieldError[], run: RunConfig): FieldError[] {
  const fieldOf = (name: string) =>
    FIELDS.find((field) => settingOf(field).partOf === name && hasMeaning(settingOf(field), run)) ?? name;
  return errors.map((error) => ({ ...error, field: fieldOf(error.field) }));
}

/** The settings that wait for a fresh start while `running` goes on. */
export function waitingFields(form: Form, running: RunConfig): Field[] {
  const { run } = readForm(form);
  const wanted = formOf(run);
  const now = formOf(running);
  return FIELDS.filter(
    (field) => !settingOf(field).atOnce && hasMeaning(settingOf(field), run) && wanted[field] !== now[field],
  );
}
