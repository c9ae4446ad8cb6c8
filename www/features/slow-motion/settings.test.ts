import { expect, it } from 'vitest';
import type { Page } from '../../app/page';
import { DEFAULT_RUN } from '../../app/settings/schema';
import type { RunConfig } from '../../engine/protocol';
import { openModel } from '../testing';
import { settingsOf } from './settings';

const typed = (train: Partial<RunConfig['train']>): RunConfig => ({
  ...DEFAULT_RUN,
  train: { ...DEFAULT_RUN.train, ...train },
});

/** What a model is trained further by, while these settings are in the form. */
async function trained(run: number, form: RunConfig, of?: RunConfig) {
  const { state, show } = openModel({});
  show({}, run);
  state.run.config.value = of;
  const explorer = { ask: async () => ({ errors: [], run: form }) } as unknown as Page['explorer'];
  const model = state.model.shown.peek();
  if (!model) throw new Error('There is no model.');
  return settingsOf(model, { state, explorer });
}

it('trains at the run’s rate from the first step on', async () => {
  const form = typed({ learningRate: 0.01, warmUpSteps: 200 });
  expect((await trained(0, form)).train).toMatchObject({ learningRate: 0.01, warmUpSteps: 0 });
  const run = typed({ learningRate: 0.003, schedule: { kind: 'cosine', epochs: 2 } });
  const { train } = await trained(5, form, run);
  expect(train).toMatchObject({ learningRate: 0.003, schedule: { kind: 'constant' } });
});

it('trains a VAE as one, whatever the form is for', async () => {
  const form = { ...typed({ learningRate: 0.01 }), model: { ...DEFAULT_RUN.model, deterministic: true } };
  const { model, train } = await trained(0, form);
  expect(model.deterministic).toBe(false);
  expect(train.learningRate).toBe(DEFAULT_RUN.train.learningRate);
});
