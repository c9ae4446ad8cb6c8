// The picture that a model is put to use on: what is drawn or chosen, as the model is shown it, before any damage.

import { sizeOf } from '../../engine/data/spec';
import { shownData } from '../../ui/shown-data';
import { conditionOf } from '../latent/condition';
import type { State } from '../store';

export interface Picture {
  pixels: Uint8Array;
  /** What a conditional model is told. */
  classIndex: number;
}

/** Nothing while nothing is drawn or chosen; a signal's value where it is read in an effect. */
export function pictureOf(state: State): () => Picture | undefined {
  const condition = conditionOf(state);
  return () => {
    const encoding = state.input.encoding.value;
    const input = state.input.shown.value;
    if (!encoding || encoding.clean.length !== sizeOf(shownData.value)) return undefined;
    return { pixels: encoding.clean, classIndex: input.kind === 'sample' ? input.label : condition.value };
  };
}
