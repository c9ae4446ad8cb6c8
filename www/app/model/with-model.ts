// Keeps in step with the model what takes a while to make from it.

import { effect, type Signal } from '@preact/signals-core';
import { latest } from '../latest';
import type { State } from '../store';
import type { Model } from './state';
import { wholeModel } from './whole-model';

/** A model in training changes several times a second: what follows it rests in between. */
const REST_MS = 5000;

interface Kept {
  wanted: Signal<boolean>;
  make: () => Promise<unknown>;
  /** Forgets what was made of another model. */
  clear: () => void;
}

/** Makes it for each model whose encoder is there, while it is wanted; after a failure it is not, until asked again. */
export function keepWithModel(state: State, { wanted, make, clear }: Kept, report: (error: unknown) => void) {
  let made: Model | undefined;
  const rest = new Rest();
  const keep = latest(
    async (model: Model) => made?.version === model.version || make(),
    (_done, model) => {
      if (isAnother(model, state.model.shown.peek())) return clear();
      made = model;
      return rest.take(REST_MS);
    },
    (error) => {
      wanted.value = false;
      report(error);
    },
  );
  effect(() => {
    const model = wholeModel(state);
    if (made && isAnother(made, state.model.shown.value)) {
      clear();
      made = undefined;
      rest.end();
    }
    if (wanted.value && model) keep(model);
  });
}

/** Whether it is more than a later snapshot of the same run. */
const isAnother = (model: Model, now: Model | undefined) =>
  model.run !== now?.run || (model.run === 0 && model.version !== now.version);

/** A pause that can be cut short. */
class Rest {
  end: () => void = () => undefined;

  take(milliseconds: number) {
    return new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
