import type { Model } from '../state/model';
import type { State } from '../store';

/** The model that answers, once its encoder is there too: the opening model's comes after its decoder. */
export function wholeModel(state: State): Model | undefined {
  const model = state.model.value;
  return model && (model.run > 0 || state.shippedWhole.value) ? model : undefined;
}
