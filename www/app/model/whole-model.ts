import type { State } from '../store';
import type { Model } from './state';

/** The model that answers, once its encoder is there too: the opening model's comes after its decoder. */
export function wholeModel(state: State): Model | undefined {
  const model = state.model.shown.value;
  return model && (model.run > 0 || state.model.whole.value) ? model : undefined;
}
