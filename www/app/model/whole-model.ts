import { computed } from '@preact/signals-core';
import { given } from '../async/given';
import type { State } from '../store';
import type { Model } from './state';

/** The model that answers, once its encoder is there too: the opening model's comes after its decoder. */
export function wholeModel(state: State): Model | undefined {
  const model = state.model.shown.value;
  return model && (model.run > 0 || state.model.whole.value) ? model : undefined;
}

/** Resolves as soon as there is one, unless `end` aborts before. */
export const givenWhole = (state: State, end?: AbortSignal): Promise<Model> =>
  given(
    computed(() => wholeModel(state)),
    end,
  );
