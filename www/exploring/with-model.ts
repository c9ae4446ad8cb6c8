// Keeps in step with the model what takes a while to make from it.

import { effect, type Signal } from '@preact/signals-core';
import { latest } from '../latest';
import { pause } from '../pause';
import type { Model } from '../state/model';
import type { State } from '../store';
import { wholeModel } from './whole-model';

/** A model in training changes several times a second: what follows it rests in between. */
const REST_MS = 5000;

/** Makes it for each model whose encoder is there, while it is wanted; after a failure it is not, until asked again. */
export function keepWithModel(
  state: State,
  wanted: Signal<boolean>,
  make: (model: Model) => Promise<unknown>,
  report: (error: unknown) => void,
) {
  let made: number | undefined;
  const keep = latest(
    async (model: Model) => made === model.version || make(model),
    (_done, { version }) => {
      made = version;
      return pause(REST_MS);
    },
    (error) => {
      wanted.value = false;
      report(error);
    },
  );
  effect(() => {
    const model = wholeModel(state);
    if (wanted.value && model) keep(model);
  });
}
