// A run on images of one's own, in the worker.

import { transfer } from 'comlink';
import { failureOf } from '../../engine/failure/failure';
import { buffersOf } from '../../engine/transfer';
import { Pump } from '../../engine/workers/pump';
import {
  checkForm,
  Dataset,
  type Refusal,
  settingsSchema,
  TrainingSession,
} from '../../public/wasm/cpu/latent.js';
import { idxOf } from './idx';
import type { RunConfig } from './latent';
import type { RunOrder, Split, Told } from './worker-api';

export class Run {
  private constructor(readonly pump: Pump) {}

  static async create(
    { data, train, test, settings, stops, from }: RunOrder,
    tell: (event: Told) => unknown,
  ) {
    const config = configOf(settings);
    config.model.data = data;
    const read = (split: Split) => Dataset.parse(...idxOf(split, data), data);
    const session = await TrainingSession.create('cpu', config, read(train), from);
    const pump = new Pump({
      session,
      test: read(test),
      batchSize: config.train.batchSize,
      made: { step: 0, before: 0, seconds: 0 },
      tell: async (event) => void (await tell(event)),
      hand: async ({ step, weights }) =>
        void (await tell(transfer({ kind: 'model', step, weights }, buffersOf(weights)))),
      fail: async (error) => void (await tell({ kind: 'failed', build: 'cpu', why: failureOf(error) })),
    });
    pump.stopAt(stops);
    return new Run(pump);
  }
}

/** The page's settings, with these in place of their defaults. */
function configOf(settings: RunOrder['settings']): RunConfig {
  const names = settingsSchema().map(({ name }) => name);
  const unknown = Object.keys(settings).filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`There is no setting ${unknown.join(', ')}: the settings are ${names.join(', ')}.`);
  const { run, errors } = checkForm(settings);
  if (errors.length > 0) throw new Error(errors.map(refusalWords).join('; '));
  return run;
}

function refusalWords({ field, expected: { kind, ...range }, came }: Refusal) {
  const words = Object.entries(range).map(([name, value]) => `${name} ${value}`);
  return `${field}: expected ${[kind, ...words].join(', ')}, got ${came}`;
}
