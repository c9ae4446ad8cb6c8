// The settings of a run: as text in the form, and read from it.

import type { FieldError, RunConfig } from './protocol';

export const FIELDS = ['latentSize', 'hiddenSizes', 'beta', 'learningRate', 'batchSize', 'seed'] as const;
export type Field = (typeof FIELDS)[number];
export type Form = Record<Field, string>;

export const FIELD_NAMES: Record<Field, string> = {
  latentSize: 'Latent size',
  hiddenSizes: 'Hidden sizes',
  beta: 'Beta',
  learningRate: 'Learning rate',
  batchSize: 'Batch size',
  seed: 'Seed',
};

/** These apply at once; the others at the next fresh start. */
export const TUNABLE: readonly Field[] = ['beta', 'learningRate'];

const LARGEST = 2 ** 32 - 1;

export function formOf({ model, train }: RunConfig): Form {
  return {
    latentSize: String(model.latentSize),
    hiddenSizes: model.hiddenSizes.join(', '),
    beta: String(train.beta),
    learningRate: String(train.learningRate),
    batchSize: String(train.batchSize),
    seed: String(train.seed),
  };
}

/** What can be read from the text; whether it makes sense as a run is for the crate to say. */
export function readForm(form: Form): { run: RunConfig; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const refuse = (field: Field, expected: string, came: string) => {
    errors.push({ field, message: `expected ${expected}, got ${came === '' ? 'nothing' : `“${came}”`}` });
    return 0;
  };
  const whole = (field: Field, text: string) => {
    const came = text.trim();
    return /^\d+$/.test(came) && Number(came) <= LARGEST
      ? Number(came)
      : refuse(field, 'a whole number', came);
  };
  const number = (field: Field) => {
    const came = form[field].trim();
    return came !== '' && Number.isFinite(Number(came)) ? Number(came) : refuse(field, 'a number', came);
  };
  const run: RunConfig = {
    model: {
      latentSize: whole('latentSize', form.latentSize),
      hiddenSizes: form.hiddenSizes.split(',').map((text) => whole('hiddenSizes', text)),
    },
    train: {
      beta: number('beta'),
      learningRate: number('learningRate'),
      batchSize: whole('batchSize', form.batchSize),
      seed: whole('seed', form.seed),
    },
  };
  return { run, errors };
}

/** The settings that wait for a fresh start while `running` goes on. */
export function waitingFields(form: Form, running: RunConfig): Field[] {
  const now = formOf(running);
  return FIELDS.filter((field) => !TUNABLE.includes(field) && normal(form[field]) !== normal(now[field]));
}

const normal = (text: string) => text.replaceAll(/\s/g, '');
